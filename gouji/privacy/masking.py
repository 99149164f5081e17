"""The one way by which text of a document is shown to anybody: numbers of persons by their first three and last two signs."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from gouji.privacy.numbers import personal
from gouji.privacy.runs import SHORTEST

MARK = "*"
_FIRST, _LAST = 3, 2

_T = TypeVar("_T")


def masked(text: str) -> str:
    """The text, as long as before, in each number of a person all but the first three and last two signs as `*`."""
    found = personal(text) if len(text) >= SHORTEST else []  # most texts are a figure's few signs
    if not found:
        return text
    hidden = {spot for one in found for spot in hidden_of(one.spots)}
    return "".join(MARK if spot in hidden else sign for spot, sign in enumerate(text))


def hidden_of(spots: Sequence[_T]) -> Sequence[_T]:
    """Of the places of a number's signs those that nobody is shown."""
    return spots[_FIRST : len(spots) - _LAST]


def masked_all(value: Any) -> Any:
    """Plain JSON with every text in it masked, keys as they are."""
    match value:
        case str():
            return masked(value)
        case Mapping():
            return {key: masked_all(one) for key, one in value.items()}
        case list() | tuple():
            return [masked_all(one) for one in value]
        case _:
            return value
