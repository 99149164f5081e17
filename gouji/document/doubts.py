"""Why a text may have been read wrong: the names that stand on cells and paragraphs, and those the text itself gives away."""

import re
from collections.abc import Iterable
from functools import lru_cache

UNMAPPED_FONT = "unmapped-font"
HIDDEN_TEXT = "hidden-text"
CLIPPED_TEXT = "clipped-text"
TURNED_TEXT = "turned-text"
DOUBLED_TEXT = "doubled-text"
FOOTNOTE_MARK = "footnote-mark"
REPLACEMENT_CHARACTER = "replacement-character"
SPLIT_ROW = "split-row"
COLUMNS_BY_TEXT = "columns-by-text"
SHADED = "shaded-table"
INK = "ink-not-read"
PAGES_WITHOUT_TEXT = "pages-without-text"
IMAGE = "image-not-read"
LEFT_OUT = "table-left-out"
DRAWN = "drawn-table"
MARKUP = "table-in-markup"
ANNOTATION = "annotation-not-read"
UNRULED = "unruled-table"
FRAME = "frame-not-read"
ATTACHMENT = "attachment-not-read"
STRUCK_TEXT = "struck-text"
GENERATED_TEXT = "generated-text"
TRACKED_CHANGE = "tracked-change"
TEXT_BOX = "text-box"
TABLE_IN_CELL = "table-in-cell"
UNEVEN_ROWS = "uneven-rows"
NUMBER_FORMAT = "number-format"
NOT_CALCULATED = "not-calculated"
OCR = "ocr"
OCR_SUM = "ocr-sum"
UNREADABLE = "unreadable"
STAMP = "stamp"
LOW_RESOLUTION = "low-resolution"
PAGES_MISSING = "pages-missing"  # with their numbers behind a colon
TITLES_DIFFER = "titles-differ"

# A note's mark beside digits: compatibility folding would make 12² and 12① into 122 and 121.
_MARKED = re.compile(r"\d\s*[¹²³⁰⁴-⁹₀-₉①-⑳*＊※†‡]|[¹²³⁰⁴-⁹₀-₉①-⑳*＊※†‡]\s*\d")
# Blanks that lost their encoding on the way to the page, and entities that were escaped twice.
_MANGLED = re.compile(r"\?[\s?\d.]*|\d[\d.]*\s*\?+|.{0,20}&(?:nbsp|ensp|emsp|#160);?.{0,20}")
_LONGEST_FIGURE = 60
_FIGURE = re.compile(r"[\s.,，．＋+\-－−]*\d[\s\d.,，．＋+\-－−]*")


@lru_cache(maxsize=1 << 12)  # most cells of a report say one of a few things
def doubts_of(text: str) -> tuple[str, ...]:
    """What the text alone gives reason to doubt."""
    return tuple(_found(text))


def _found(text: str) -> Iterable[str]:
    if "\ufffd" in text or (len(text) <= _LONGEST_FIGURE and _MANGLED.fullmatch(text)):
        yield REPLACEMENT_CHARACTER
    if _MARKED.search(text):
        yield FOOTNOTE_MARK


def is_figure(text: str) -> bool:
    """Whether the text is digits with their signs and nothing else."""
    return bool(_FIGURE.fullmatch(text))


def joined(*several: Iterable[str]) -> tuple[str, ...]:
    """All doubts of these, each once, in the order met."""
    if not any(several):  # nearly always
        return ()
    return tuple(dict.fromkeys(doubt for doubts in several for doubt in doubts))
