"""Colours as pages write them."""

import re

Colour = tuple[int, int, int]
_NAMES: dict[str, Colour] = {
    "white": (255, 255, 255), "black": (0, 0, 0), "red": (255, 0, 0), "blue": (0, 0, 255), "green": (0, 128, 0), "yellow": (255, 255, 0),
    "gray": (128, 128, 128), "grey": (128, 128, 128), "silver": (192, 192, 192), "snow": (255, 250, 250), "ivory": (255, 255, 240),
    "whitesmoke": (245, 245, 245), "lightgray": (211, 211, 211), "lightgrey": (211, 211, 211), "lightyellow": (255, 255, 224),
    "aliceblue": (240, 248, 255), "navy": (0, 0, 128), "maroon": (128, 0, 0), "purple": (128, 0, 128), "orange": (255, 165, 0),
}  # fmt: skip
WHITE = _NAMES["white"]
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})(?![0-9a-f])", re.IGNORECASE)
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*(?:,\s*([\d.]{1,6})\s*)?\)", re.IGNORECASE)
_ALIKE = 24  # channels of 255; nobody sees #e8e8e8 and less on white print


def colour(text: str) -> Colour | None:
    """The first colour named in this value; None where none is, or one that lets through what lies behind."""
    if match := _HEX.search(text):
        digits = match[1] if len(match[1]) == 6 else "".join(sign * 2 for sign in match[1])
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    if match := _RGB.search(text):
        return None if match[4] and float("0" + match[4].replace(".", "", match[4].count(".") - 1)) < 1 else _channels(match)
    words = re.split(r"[^a-z]+", text[:200].lower())
    return next((_NAMES[word] for word in words if word in _NAMES), None)


def _channels(match: re.Match[str]) -> Colour:
    return int(match[1]), int(match[2]), int(match[3])


def is_clear(text: str) -> bool:
    """Whether ink of this colour shows nothing at all."""
    match = _RGB.search(text)
    return text.strip().lower() == "transparent" or bool(match and match[4] and set(match[4]) <= {"0", "."})


def alike(one: Colour, other: Colour) -> bool:
    """Whether an eye cannot tell them apart."""
    return all(abs(a - b) <= _ALIKE for a, b in zip(one, other, strict=True))
