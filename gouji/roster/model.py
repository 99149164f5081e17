"""The bodies that must report, as the office lists them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from gouji.agencies.naming import adds_only_places, normalised, parse
from gouji.agency import Agency
from gouji.finding import Words


@dataclass(frozen=True)
class Roster:
    """The bodies that could be read, and what was wrong in the file, each problem with its row."""

    agencies: tuple[Agency, ...] = ()
    problems: tuple[Words, ...] = ()

    def find(self, name: str) -> Agency | None:
        """The one body of that name or alias, whatever places are written above it; None where several would do."""
        return _only(self._by_name.get(normalised(name), [])) or _only(self._by_key.get(parse(name).key, []))

    def find_by_end(self, name: str) -> Agency | None:
        """The one body whose name is this one with a place in front; who uses it must say that it is not sure."""
        wanted = normalised(name)
        return _only(agency for agency in self.agencies if adds_only_places(normalised(agency.name), wanted))

    @cached_property
    def _by_name(self) -> dict[str, list[Agency]]:
        return self._index(normalised)

    @cached_property
    def _by_key(self) -> dict[str, list[Agency]]:
        return self._index(lambda name: parse(name).key)

    def _index(self, form: Callable[[str], str]) -> dict[str, list[Agency]]:
        index: dict[str, list[Agency]] = {}
        for agency in self.agencies:
            for name in {form(name) for name in (agency.name, *agency.aliases)}:
                index.setdefault(name, []).append(agency)
        return index


def _only(found: Iterable[Agency]) -> Agency | None:
    several = list(found)
    return several[0] if len(several) == 1 else None
