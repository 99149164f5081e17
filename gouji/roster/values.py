"""What the cells of a roster mean; a cell that cannot be understood says so and is never guessed."""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, timedelta

from gouji.finding import Words
from gouji.roster.columns import kind_words, no_words, yes_words
from gouji.roster.sheet import Cell
from gouji.words import words

_DATE = re.compile(r"(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))(?:\s+0?0:00(?::00)?)?")
# A date whose cell Excel shows as a number: days since its first, which is this one for all dates after February 1900.
_SERIAL = re.compile(r"[2-6]\d{4}")
_FIRST_OF_EXCEL = date(1899, 12, 30)
_SPLIT = re.compile("[、,，;；|\n]")
_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+")
# Excel hands over a whole number as 12 or 12.0.
_COUNT = re.compile(r"(\d{1,6})(?:\.0)?[件部]?")
_CODE_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


@dataclass
class RowValues:
    """One row's cells by column, and the problems met while reading them."""

    number: int
    cells: dict[str, Cell]
    labels: dict[str, str]
    problems: list[Words] = field(default_factory=list)
    unclear: list[tuple[str, str]] = field(default_factory=list)

    def text(self, column: str) -> str | None:
        value = self.cells.get(column, "")
        return str(value) or None

    def code(self) -> str | None:
        """The credit code, if its check character is right (GB 32100-2015): a number that Excel rounded is none."""
        printed = unicodedata.normalize("NFKC", self.text("code") or "").replace(" ", "").upper()
        if not printed or is_credit_code(printed):
            return printed or None
        self._note("code", "bad-code")
        return None

    def date(self, column: str) -> date | None:
        value = self.cells.get(column, "")
        if isinstance(value, date):
            return value
        printed = unicodedata.normalize("NFKC", value)
        if _SERIAL.fullmatch(printed):
            return _FIRST_OF_EXCEL + timedelta(days=int(printed))
        match = _DATE.fullmatch(printed)
        try:
            if match:
                return date(*[int(part) for part in match.groups() if part])
        except ValueError:
            pass  # the 31st of February: told below, like any other text
        if value:
            self._note(column, "bad-date")
            self.unclear.append((column, value))
        return None

    def yes_or_no(self, column: str) -> bool | None:
        value = (self.text(column) or "").lower()
        if value and value not in yes_words() | no_words():
            self._note(column, "bad-yes-no")
            return None
        return value in yes_words() if value else None

    def count(self, column: str) -> int | None:
        """A whole number of things, as 12 or 12件."""
        printed = unicodedata.normalize("NFKC", self.text(column) or "").strip()
        match = _COUNT.fullmatch(printed)
        if printed and not match:
            self._note(column, "bad-count")
        return int(match[1]) if match else None

    def kind(self) -> str | None:
        value = (self.text("kind") or "").lower()
        if value and value not in kind_words():
            self._note("kind", "bad-kind")
        return kind_words().get(value)

    def email(self) -> str | None:
        value = self.text("email")
        if value and not _EMAIL.fullmatch(value):
            self._note("email", "bad-email")
            return None
        return value

    def aliases(self) -> tuple[str, ...]:
        return tuple(part.strip() for part in _SPLIT.split(self.text("aliases") or "") if part.strip())

    def problem(self, sentence: str, **said: object) -> None:
        """What is wrong in this row is told."""
        self.problems.append(words(f"roster.{sentence}", row=self.number, **said))

    def _note(self, column: str, sentence: str) -> None:
        self.problem(sentence, column=self.labels[column], printed=self.text(column) or "")


def is_credit_code(code: str) -> bool:
    """Whether the 18 characters are allowed ones and the last is the check character of the rest."""
    if len(code) != 18 or any(sign not in _CODE_SIGNS for sign in code):
        return False
    total = sum(_CODE_SIGNS.index(sign) * pow(3, place, 31) for place, sign in enumerate(code[:17]))
    return _CODE_SIGNS.index(code[17]) == -total % 31
