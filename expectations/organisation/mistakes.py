"""What is wrong in an organisation's file, in sentences that name the key and the line."""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from expectations.organisation.model import Days, Local, OrganisationFile, Row, Said, Tried, Waived
from gouji.errors import ConfigError
from gouji.finding import Words
from gouji.settings.lines import KeyPath
from gouji.words import words

_TABLES: Mapping[tuple[str, ...], type[BaseModel]] = {
    (): OrganisationFile, ("local",): Local, ("deadlines",): Days, ("rows",): Row, ("waivers",): Waived,
    **{("local", key): Said for key in ("title", "message", "explanation", "fix")},
    ("local", "sound"): Tried, ("local", "faulty"): Tried,
}  # fmt: skip


# Longer lists are no help in a sentence.
_LISTED = 24


class Mistakes:
    """Collects what is wrong, each with the line on which it stands; `end` refuses the file where anything is."""

    def __init__(self, path: Path, lines: Mapping[KeyPath, int]) -> None:
        self._path, self._lines = path, lines
        self._found: dict[tuple[int, str], Words] = {}

    def add(self, where: KeyPath, sentence: str, /, **values: object) -> None:
        """The sentence of this name at this key, or at the nearest table that has a line."""
        line = self.line(where)
        said = words(f"organisation.{sentence}", **values)
        self._found.setdefault((line, said.en), words("organisation.at", path=self._path, line=line, said=said))

    def line(self, where: KeyPath) -> int:
        """The line of the nearest table, key or element that the file has."""
        while where and where not in self._lines:
            where = where[:-1]
        return self._lines.get(where, 1)

    def end(self) -> None:
        """Nothing where nothing is wrong; else a ConfigError with one sentence a mistake, in the order of the lines."""
        if not self._found:
            return
        said = [sentence for _, sentence in sorted(self._found.items(), key=lambda item: item[0])]
        raise ConfigError(Words("\n".join(s.zh for s in said), "\n".join(s.en for s in said)))

    def refused(self, error: ValidationError) -> None:
        """What the model refused."""
        for detail in error.errors(include_url=False, include_context=False):
            self._refused(detail)

    def _refused(self, detail: ErrorDetails) -> None:
        where = _as_written(detail["loc"])
        names = [part for part in where if isinstance(part, str)]
        key = ".".join(names) or "?"
        match detail["type"]:
            case "extra_forbidden":
                known = known_keys(names[:-1])
                self.add(where, "unknown-key", key=key, hint=near(names[-1], known))
            case "missing":
                self.add(where[:-1], "missing", key=names[-1], expected=_expected(names))
            case _:
                self.add(where, "wrong-value", key=key, expected=_expected(names))


def _as_written(loc: Sequence[str | int]) -> KeyPath:
    """Where pydantic blames, without the names that it gives to the branches of a union or the keys of a mapping."""
    branches = ("str", "list[str]", "bool", "int", "float", "[key]")
    return tuple(part for part in loc if part not in branches and not str(part).startswith(("dict[", "function-", "constrained-")))


def known_keys(table: Iterable[str]) -> list[str]:
    """The keys that this table may have."""
    model = _TABLES.get(tuple(table))
    return list(model.model_fields) if model else []


def near(name: str, known: Sequence[str]) -> Words:
    """What was probably meant, else what may be written there."""
    found = difflib.get_close_matches(name, known, n=1)
    if not found and len(known) > _LISTED:
        return words("organisation.see-rules")
    return words("organisation.did-you-mean", near=found[0]) if found else words("organisation.known", known=", ".join(known))


def _expected(names: Sequence[str]) -> Words:
    """What should be written: said for the key in its table, for the key anywhere, or for the table."""
    for key in (".".join(names[-2:]), *reversed(names)):
        try:
            return words(f"organisation.expected-{key}")
        except KeyError:
            continue
    return words("organisation.expected")
