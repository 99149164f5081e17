"""Where on a PDF's page a phrase of a paragraph stands."""

from contextlib import closing
from typing import Any

from gouji.place import BBox

_MOST_CHARACTERS = 20_000


def boxes_of(page: Any, around: BBox, phrase: str) -> list[BBox]:
    """The phrase's boxes, one a line; the paragraph's own box where the page is turned or the phrase is not found."""
    wanted = "".join(phrase.split())
    signs = [] if page.get_rotation() or not wanted else _signs(page, around)
    start = "".join(sign for sign, _ in signs).find(wanted) if signs else -1
    if start < 0:
        return [around]
    return _by_line([box for _, box in signs[start : start + len(wanted)]])


def _signs(page: Any, around: BBox) -> list[tuple[str, BBox]]:
    """The characters in the paragraph's box, in the file's order, with their boxes on the page as shown."""
    left, _, _, top = page.get_bbox()
    found = []
    with closing(page.get_textpage()) as text:
        for index in range(min(text.count_chars(), _MOST_CHARACTERS)):
            x0, y0, x1, y1 = text.get_charbox(index)
            box = (x0 - left, top - y1, x1 - left, top - y0)
            middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
            if around[0] <= middle[0] <= around[2] and around[1] <= middle[1] <= around[3]:
                sign = text.get_text_range(index, 1).strip()
                if len(sign) == 1:
                    found.append((sign, box))
    return found


def _by_line(boxes: list[BBox]) -> list[BBox]:
    lines: list[BBox] = []
    for box in boxes:
        last = lines[-1] if lines else None
        if last and box[1] < last[3] and box[3] > last[1] and box[2] > last[0]:
            lines[-1] = (min(last[0], box[0]), min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3]))
        else:
            lines.append(box)
    return [(x0 - 1, y0 - 2, x1 + 1, y1 + 2) for x0, y0, x1, y1 in lines]
