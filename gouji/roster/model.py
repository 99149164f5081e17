"""The bodies that must report, as the office lists them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from gouji.agencies.naming import adds_only_places, normalised, parse
from gouji.agency import Agency
from gouji.finding import Words


@dataclass(frozen=True)
class Roster:
    """The bodies that could be read, what was wrong in the file, each problem with its row, and the rows of the bodies."""

    agencies: tuple[Agency, ...] = ()
    problems: tuple[Words, ...] = ()
    rows: tuple[int, ...] = ()

    def find(self, name: str) -> Agency | None:
        """The one body of that name or alias, whatever places are written above it; None where several would do."""
        return _only(self.named(name))

    def named(self, name: str) -> list[Agency]:
        """All bodies that the name may mean: those called so, else those with such an alias, else those but for the places above."""
        exact, key = normalised(name), parse(name).key
        found = (self._by_name.get(exact), self._by_alias.get(exact), self._by_key.get(key), self._by_alias_key.get(key))
        return next((some for some in found if some), [])

    def find_by_end(self, name: str) -> Agency | None:
        """The one body whose name is this one with a place in front; who uses it must say that it is not sure."""
        wanted = normalised(name)
        return _only(agency for agency in self.agencies if adds_only_places(normalised(agency.name), wanted))

    @cached_property
    def _by_name(self) -> dict[str, list[Agency]]:
        return self._index(normalised, lambda agency: (agency.name,))

    @cached_property
    def _by_alias(self) -> dict[str, list[Agency]]:
        return self._index(normalised, lambda agency: agency.aliases)

    @cached_property
    def _by_key(self) -> dict[str, list[Agency]]:
        return self._index(lambda name: parse(name).key, lambda agency: (agency.name,))

    @cached_property
    def _by_alias_key(self) -> dict[str, list[Agency]]:
        return self._index(lambda name: parse(name).key, lambda agency: agency.aliases)

    def _index(self, form: Callable[[str], str], names: Callable[[Agency], tuple[str, ...]]) -> dict[str, list[Agency]]:
        index: dict[str, list[Agency]] = {}
        for agency in self.agencies:
            for name in {form(name) for name in names(agency)}:
                index.setdefault(name, []).append(agency)
        return index


def _only(found: Iterable[Agency]) -> Agency | None:
    several = list(found)
    return several[0] if len(several) == 1 else None
