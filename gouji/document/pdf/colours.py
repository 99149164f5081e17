"""The colours of what is drawn, as far as they decide whether a person sees it."""

from collections.abc import Callable
from ctypes import byref, c_uint, c_void_p, sizeof
from struct import Struct
from typing import Any

Colour = tuple[int, int, int, int]

_WHITE = 250
_FAINTEST = 13  # of 255: what lets so much through is paler than the grain of paper; some lay their guess at a scan's print over it so
_NUMBERS = Struct("4I")  # taking numbers out of an array of ctypes one by one costs as much as the call that wrote them


class Colours:
    """Reads objects' colours into the same four numbers again and again: making them anew costs more than the reading."""

    def __init__(self) -> None:
        self._numbers = (c_uint * 4)()
        self._refs = tuple(byref(self._numbers, index * sizeof(c_uint)) for index in range(4))

    def of(self, item: c_void_p, read: Callable[..., Any]) -> Colour | None:
        """Red, green, blue and alpha, or None where the object has no plain colour (patterns, shadings)."""
        if not read(item, *self._refs):
            return None
        found: Colour = _NUMBERS.unpack(self._numbers)
        return found


def is_white(paint: Colour) -> bool:
    red, green, blue, _ = paint
    return red >= _WHITE and green >= _WHITE and blue >= _WHITE


def is_seen(paint: Colour | None) -> bool:
    return paint is None or not (is_clear(paint) or is_white(paint))


def is_clear(paint: Colour) -> bool:
    """Whether what lies below shows through as if nothing were painted."""
    return paint[3] < _FAINTEST
