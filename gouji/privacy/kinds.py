"""Which rows of digits have the form of a person's number, and what is left over where they are checked."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import takewhile
from typing import Any, Literal

from gouji.data import data_file
from gouji.privacy.runs import Group, rows

Kind = Literal["identity-number", "mobile", "bank-card"]
_KINDS: tuple[Kind, ...] = ("identity-number", "mobile", "bank-card")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@dataclass(frozen=True, slots=True)
class Number:
    """Digits of the form of one kind. `remainder` is 1 of an identity number and 0 of a card that fit; a mobile number has none."""

    kind: Kind
    digits: str
    spots: tuple[int, ...]
    remainder: int | None

    @property
    def fits(self) -> bool:
        return self.remainder in (None, 1 if self.kind == "identity-number" else 0)


def numbers(text: str) -> list[Number]:
    """All numbers of such a form in the text, in its order, each once."""
    found = sorted((number for row in rows(text) for number in _numbers(row)), key=lambda number: (number.spots, not number.fits))
    return list({number.spots: number for number in reversed(found)}.values())[::-1]


def _numbers(row: tuple[Group, ...]) -> Iterator[Number]:
    for group in row:
        for kind in _KINDS:
            if number := _number(kind, [group]):
                yield number
    for kind in _KINDS:
        yield from _set_apart(kind, row)


def _set_apart(kind: Kind, row: tuple[Group, ...]) -> Iterator[Number]:
    """The numbers that the whole row is made of; any other row of groups is one of figures."""
    for sizes in known()["groups"][kind]:
        count, most = len(sizes), len(row)
        if count > 1 and most % count == 0:
            several = (_number(kind, list(row[at : at + count])) for at in range(0, most, count))
            fitting = list(takewhile(lambda number: number is not None, several))
            if len(fitting) == most // count:
                yield from (number for number in fitting if number is not None)


def _number(kind: Kind, groups: list[Group]) -> Number | None:
    if [len(group.digits) for group in groups] not in known()["groups"][kind]:
        return _behind_country(kind, groups)
    digits, spots = "".join(group.digits for group in groups), tuple(spot for group in groups for spot in group.spots)
    if not _FORMS[kind](digits):
        return None
    return Number(kind, digits, spots, _REMAINDERS[kind](digits))


def _behind_country(kind: Kind, groups: list[Group]) -> Number | None:
    """+8613800000000 is a mobile number behind the country's."""
    if kind != "mobile" or len(groups) != 1 or len(groups[0].digits) not in (13, 15) or "X" in groups[0].digits:
        return None
    head, rest = groups[0].digits[:-11], Group(groups[0].digits[-11:], groups[0].spots[-11:])
    return _number(kind, [rest]) if head in ("86", "0086") else None


def _is_identity_number(digits: str) -> bool:
    if not digits[:17].isdigit() or int(digits[:2]) not in known()["provinces"]:
        return False
    try:
        born = date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
    except ValueError:
        return False
    return 1900 <= born.year <= 2099


def _is_mobile(digits: str) -> bool:
    return bool(_pattern("mobile").fullmatch(digits)) and not _pattern("filler").search(digits)


def _is_card(digits: str) -> bool:
    return bool(_pattern("card").fullmatch(digits)) and not _pattern("filler").search(digits)


def _modulo_11(digits: str) -> int:
    check = 10 if digits[17] == "X" else int(digits[17])
    return (sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=False)) + check) % 11


def _luhn(digits: str) -> int:
    doubled = (sum(divmod(int(digit) * (1 + place % 2), 10)) for place, digit in enumerate(reversed(digits)))
    return sum(doubled) % 10


def _none(_digits: str) -> None:
    return None


_FORMS = {"identity-number": _is_identity_number, "mobile": _is_mobile, "bank-card": _is_card}
_REMAINDERS = {"identity-number": _modulo_11, "mobile": _none, "bank-card": _luhn}


@cache
def known() -> Mapping[str, Any]:
    """What the data file says of forms and of words beside a number."""
    data: Mapping[str, Any] = data_file("gouji.privacy", "words.yaml")
    return data


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(known()[name])
