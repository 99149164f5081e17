"""A workbook's parts: its sheets in their order, its strings, how its numbers are shown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gouji.document.parts import Element, Parts, child, kind, reference, whole, within
from gouji.document.sheet.display import BUILT_IN
from gouji.errors import UnreadableDocument
from gouji.words import words

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_SIDES = ("x:left", "x:right", "x:top", "x:bottom")

Rich = tuple[tuple[str, bool], ...]  # pieces of a text, each with whether it is raised


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell is shown: its number's format, whether rules are drawn around it or a line across it."""

    form: str = "General"
    ruled: bool = False
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; `part` is its name in the container."""

    name: str
    part: str
    root: Element
    hidden: bool


@dataclass(frozen=True, slots=True)
class Book:
    parts: Parts
    sheets: tuple[Sheet, ...]
    strings: tuple[Rich, ...]
    styles: tuple[Style, ...]
    from_1904: bool = False
    recalculates: bool = False
    chart_sheets: int = 0

    def style(self, number: str | None) -> Style:
        index = whole(number)
        return self.styles[index] if 0 <= index < len(self.styles) else Style()


def open_book(data: bytes, recalculated: bool = False) -> Book:
    """The workbook in these bytes; its formulas' results are doubted where the file or the caller says that they are new ones."""
    parts = Parts(data)
    main = parts.main()
    root = parts.tree(main)
    if root is None or kind(root) != "x:workbook":
        raise UnreadableDocument(words("reading.container-damaged"))
    sheets = tuple(_sheets(parts, main, root))
    properties, calculation = child(root, "x:workbookPr"), child(root, "x:calcPr")
    return Book(
        parts,
        sheets,
        tuple(_rich(node) for node in _related(parts, main, "sharedStrings")),
        tuple(_styles(parts, main)),
        properties is not None and properties.get("date1904") in ("1", "true"),
        recalculated or (calculation is not None and calculation.get("fullCalcOnLoad") in ("1", "true")),
        sum(1 for _ in parts.related(main, "chartsheet")),
    )


def _sheets(parts: Parts, main: str, root: Element) -> Iterator[Sheet]:
    for node in within(root, "x:sheet"):
        part = parts.referred(main, reference(node))
        sheet = parts.tree(part) if part else None
        if part and sheet is not None and kind(sheet) == "x:worksheet":
            yield Sheet(node.get("name") or "", part, sheet, node.get("state") in ("hidden", "veryHidden"))


def _related(parts: Parts, main: str, name: str) -> list[Element]:
    root = next((parts.tree(part) for part in parts.related(main, name)), None)
    return list(root) if root is not None else []


def _rich(node: Element) -> Rich:
    return tuple(rich(node))


def rich(node: Element) -> Iterator[tuple[str, bool]]:
    """The pieces of a text, its readings (phonetic runs) left out."""
    for inner in node:
        if kind(inner) == "x:t":
            yield _plain(inner.text or ""), False
        elif kind(inner) == "x:r":
            align = child(inner, "x:rPr", "x:vertAlign")
            raised = align is not None and align.get("val") in ("superscript", "subscript")
            yield from ((_plain(text.text or ""), raised) for text in inner if kind(text) == "x:t")


def _plain(text: str) -> str:
    """Signs that XML cannot hold are written _x000D_."""
    return _ESCAPED.sub(lambda match: bytes.fromhex(match[1]).decode("utf-16-be", "replace"), text)


def _styles(parts: Parts, main: str) -> Iterator[Style]:
    tables = {kind(node): list(node) for node in _related(parts, main, "styles")}
    forms = {whole(node.get("numFmtId")): node.get("formatCode") or "" for node in tables.get("x:numFmts", [])}
    borders = tables.get("x:borders", [])
    for node in tables.get("x:cellXfs", []):
        border, form = whole(node.get("borderId")), whole(node.get("numFmtId"))
        drawn = borders[border] if 0 <= border < len(borders) else None
        yield Style(forms.get(form) or BUILT_IN.get(form, f"[built-in {form}]"), _has(drawn, _SIDES), _is_struck(drawn))


def _is_struck(border: Element | None) -> bool:
    return border is not None and _has(border, ("x:diagonal",)) and "1" in (border.get("diagonalUp"), border.get("diagonalDown"))


def _has(border: Element | None, sides: tuple[str, ...]) -> bool:
    lines = (child(border, side) for side in sides)
    return any(line is not None and line.get("style") not in (None, "none") for line in lines)
