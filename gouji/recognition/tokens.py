"""The cells that one paragraph of a flattened table holds."""

import re
from dataclasses import dataclass
from functools import lru_cache

from gouji.document.model import Paragraph
from gouji.place import Place
from gouji.recognition.figures import looks_like_figure

_BAR = re.compile(r"(?<!\\)\|")
# Only so long a text can be a row; anything longer is narrative.
_LONGEST_ROW = 400


@dataclass(frozen=True, slots=True)
class Token:
    """One cell as it was written."""

    text: str
    place: Place
    doubts: tuple[str, ...] = ()

    @property
    def is_figure(self) -> bool:
        return bool(self.text) and looks_like_figure(self.text)

    @property
    def is_label(self) -> bool:
        return bool(self.text) and not looks_like_figure(self.text)


@lru_cache(maxsize=1 << 12)
def tokens_of(paragraph: Paragraph) -> tuple[Token, ...]:
    """The paragraph's cells: parted by bars; or a label and the figures behind it, parted by blanks; or the whole of it."""
    place = paragraph.place
    place = Place(line=place.line) if place.line else Place(page=place.page, bbox=place.bbox, paragraph=place.paragraph, file=place.file)
    return tuple(Token(text, place, paragraph.doubts) for text in _texts(paragraph.text))


def _texts(text: str) -> list[str]:
    if len(text) > _LONGEST_ROW:
        return [text]
    if "|" in text:
        cells = [cell.strip() for cell in _BAR.split(text.strip().removeprefix("|"))]
        return cells[:-1] if len(cells) > 1 and not cells[-1] else cells
    parts = text.split()
    first = len(parts)
    while first and looks_like_figure(parts[first - 1]):
        first -= 1
    return [*([" ".join(parts[:first])] if first else []), *parts[first:]]
