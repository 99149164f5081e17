"""The text of a paragraph, run by run: what a reader sees once every tracked change is accepted."""

import re
from collections.abc import Callable, Mapping

from gouji.document import doubts
from gouji.document.docx.drawings import chosen, draw
from gouji.document.docx.fields import Fields
from gouji.document.docx.ink import UNREAD, Ink
from gouji.document.docx.styles import Styles
from gouji.document.parts import Element, attribute, child, is_on, kind, value, whole, within

# Containers that a reader does not see.
_THROUGH = frozenset(
    {
        "w:ins", "w:moveTo", "w:hyperlink", "w:smartTag", "w:sdt", "w:sdtContent", "w:customXml", "w:dir", "w:bdo",
        "w:ruby", "w:rubyBase", "m:oMathPara", "mc:Choice", "mc:Fallback",
    }
)  # fmt: skip
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LINE_ENDS = re.compile(r"[\t\r\n]+")
_PRIVATE = re.compile("[\ue000-\uf8ff]")  # what these signs look like, only the font knows that they were set in
_SYMBOL_FONTS = ("symbol", "wingdings", "webdings", "marlett")
_WHITE = "FFFFFF"
_TOO_SMALL = 8  # half points; nobody reads print of less than four points


class Runs:
    """Reads paragraphs in their order; fields may go on from one to the next.

    Where fields were `recalculated` on the way, their results are not those that the document printed.
    """

    def __init__(self, root: Element, styles: Styles, *, recalculated: bool) -> None:
        self._styles = styles
        self._fields = Fields(root, recalculated=recalculated)

    def read(self, paragraph: Element, ink: Ink) -> None:
        """The paragraph's text and pictures are in the ink."""
        style = value(paragraph, "w:pPr", "w:pStyle")
        for node in paragraph:
            self._node(node, ink, style)

    def _node(self, node: Element, ink: Ink, style: str | None) -> None:
        name = kind(node)
        if name == "w:r":
            self._run(node, ink, style)
        elif name in ("w:del", "w:moveFrom"):
            if any(kind(text) in ("w:delText", "w:t") and (text.text or "").strip() for text in node.iterdescendants()):
                ink.doubt(doubts.TRACKED_CHANGE)
        elif name == "mc:AlternateContent":
            self._node(chosen(node), ink, style)
        elif name == "m:oMath":
            _formula(node, ink)
        elif name == "w:fldSimple" and self._fields.show(ink):
            self._simple_field(node, ink, style)
        elif name in _THROUGH:
            for inner in node:
                self._node(inner, ink, style)

    def _simple_field(self, node: Element, ink: Ink, style: str | None) -> None:
        with self._fields.simple(attribute(node, "instr") or ""):
            for inner in node:
                self._node(inner, ink, style)

    def _run(self, run: Element, ink: Ink, style: str | None) -> None:
        seen = Ink()
        for node in run:
            self._mark(node, seen, style)
        if is_on(self._styles.of_run(run, style, "w:vanish")):
            if seen.lines() or seen.drawn:
                ink.doubt(doubts.HIDDEN_TEXT)
            return
        if seen.lines():
            ink.doubt(*self._hard_to_see(run, style))
            if value(self._styles.of_run(run, style, "w:vertAlign")) in ("superscript", "subscript"):
                seen.pieces = [(text, True) for text, _ in seen.pieces]
        ink.take(seen)

    def _mark(self, node: Element, ink: Ink, style: str | None) -> None:
        name = kind(node)
        if name in _MARKS:
            if self._fields.show(ink) and not self._fields.are_formula_anew(ink):
                _MARKS[name](node, ink)
        elif name == "w:instrText":
            self._fields.add_code(node.text or "")
        elif name == "w:fldChar":
            self._fields.turn(node, ink)
        elif name == "mc:AlternateContent":
            for inner in chosen(node):
                self._mark(inner, ink, style)
        elif name == "w:ruby":
            self._node(node, ink, style)

    def _hard_to_see(self, run: Element, style: str | None) -> list[str]:
        """Why a reader may not see the run's text, or see it struck out."""
        found = []
        if is_on(self._styles.of_run(run, style, "w:strike")) or is_on(self._styles.of_run(run, style, "w:dstrike")):
            found.append(doubts.STRUCK_TEXT)
        size = whole(value(self._styles.of_run(run, style, "w:sz")), _TOO_SMALL)
        if size < _TOO_SMALL or (value(self._styles.of_run(run, style, "w:color")) == _WHITE and not _is_shaded(run)):
            found.append(doubts.HIDDEN_TEXT)
        fonts = self._styles.of_run(run, style, "w:rFonts")
        if fonts is not None and (attribute(fonts, "ascii") or "").lower().startswith(_SYMBOL_FONTS):
            found.append(doubts.UNMAPPED_FONT)
        return found


def _is_shaded(run: Element) -> bool:
    """Whether the run stands on a colour: its own, its paragraph's, its cell's."""
    around = [run, *run.iterancestors()]
    properties = (child(node, f"{kind(node)}Pr") for node in around if kind(node) in ("w:r", "w:p", "w:tc"))
    fills = [attribute(shade, "fill") for node in properties if (shade := child(node, "w:shd")) is not None]
    return any(fill not in (None, "auto", _WHITE) for fill in fills) or child(run, "w:rPr", "w:highlight") is not None


def _formula(node: Element, ink: Ink) -> None:
    """A formula that is nothing but text is read; a fraction's parts would look like one number."""
    if all(kind(inner) in ("m:r", "m:ctrlPr") for inner in node):
        ink.write("".join(text.text or "" for text in within(node, "m:t")))
    else:
        ink.write(UNREAD)


def _text(node: Element, ink: Ink) -> None:
    """Line ends of the XML are blanks, and at the ends of a text none at all, unless they are asked to be kept."""
    text = _PRIVATE.sub(UNREAD, _LINE_ENDS.sub(" ", node.text or ""))
    ink.write(text if node.get(_SPACE) == "preserve" else text.strip(" "))


def _note(_: Element, ink: Ink) -> None:
    ink.doubt(doubts.FOOTNOTE_MARK)


_MARKS: Mapping[str, Callable[[Element, Ink], None]] = {
    "w:t": _text,
    "w:tab": lambda _, ink: ink.write("\t"),
    "w:ptab": lambda _, ink: ink.write("\t"),
    "w:br": lambda _, ink: ink.write("\n"),
    "w:cr": lambda _, ink: ink.write("\n"),
    "w:noBreakHyphen": lambda _, ink: ink.write("-"),
    "w:sym": lambda _, ink: ink.write(UNREAD),  # a glyph of a symbol font: which sign it shows, the file does not say
    "w:footnoteReference": _note,
    "w:endnoteReference": _note,
    "w:drawing": draw,
    "w:pict": draw,
    "w:object": draw,
}
