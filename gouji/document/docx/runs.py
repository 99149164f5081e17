"""The text of a paragraph, run by run: what a reader sees once every tracked change is accepted."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from gouji.document import doubts
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
# Fields that draw something of their own where they keep no text of it.
_DRAWING_FIELD = re.compile(r"\s*(?:EQ|SYMBOL|=|ADVANCE|BARCODE|DISPLAYBARCODE|QUOTE)\b|\s*=", re.IGNORECASE)
# Fields whose text stands in the file as typed or linked, whoever opens it.
_TYPED_FIELD = re.compile(
    r"\s*(?:HYPERLINK|TOC|FORMTEXT|FORMCHECKBOX|FORMDROPDOWN|PAGEREF|MERGEFIELD|ADDIN|MACROBUTTON)\b|\s*$", re.IGNORECASE
)
_FORMULA_FIELD = re.compile(r"\s*=")
_CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LINE_ENDS = re.compile(r"[\t\r\n]+")
_PRIVATE = re.compile("[\ue000-\uf8ff]")  # what these signs look like, only the font knows that they were set in
_SYMBOL_FONTS = ("symbol", "wingdings", "webdings", "marlett")
_WHITE = "FFFFFF"
_TOO_SMALL = 8  # half points; nobody reads print of less than four points
_WIDE = 7_560_000 * 3 // 10  # three tenths of A4 in EMU; a seal is narrower, a table put in as a picture is not


@dataclass(slots=True)
class _Field:
    """An open field: its code so far, and whether its result has begun; `told` once that was said to be no printed one."""

    code: list[str] = field(default_factory=list)
    shows: bool = False
    told: bool = False

    @property
    def is_contents(self) -> bool:
        return bool(_CONTENTS.match("".join(self.code)))


class Runs:
    """Reads paragraphs in their order; fields may go on from one to the next.

    Where fields were `recalculated` on the way, their results are not those that the document printed.
    """

    def __init__(self, root: Element, styles: Styles, *, recalculated: bool) -> None:
        self._styles = styles
        self._recalculated = recalculated
        self._fields: list[_Field] = []
        kinds = [attribute(node, "fldCharType") for node in within(root, "w:fldChar")]
        # A field without an end would swallow all that follows; then no text is taken for a field's code.
        self._whole_fields = kinds.count("begin") == kinds.count("end")

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
        elif name == "w:fldSimple" and self._is_shown(ink):
            self._simple_field(node, ink, style)
        elif name in _THROUGH:
            for inner in node:
                self._node(inner, ink, style)

    def _simple_field(self, node: Element, ink: Ink, style: str | None) -> None:
        self._fields.append(_Field([attribute(node, "instr") or ""], shows=True))
        for inner in node:
            self._node(inner, ink, style)
        self._fields.pop()

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
            if self._is_shown(ink) and not self._is_formula_anew(ink):
                _MARKS[name](node, ink)
        elif name == "w:instrText" and self._fields:
            self._fields[-1].code.append(node.text or "")
        elif name == "w:fldChar":
            self._field(node, ink)
        elif name == "mc:AlternateContent":
            for inner in chosen(node):
                self._mark(inner, ink, style)
        elif name == "w:ruby":
            self._node(node, ink, style)

    def _is_shown(self, ink: Ink) -> bool:
        """Whether what comes now is shown: no field's code and no table of contents."""
        if not self._whole_fields or all(field.shows and not field.is_contents for field in self._fields):
            return True
        if not any(field.is_contents for field in self._fields):
            ink.doubt(doubts.HIDDEN_TEXT)
        return False

    def _is_formula_anew(self, ink: Ink) -> bool:
        """Whether what comes now is a formula's new result: a total printed wrong would look right. Other new results are doubted."""
        for open_field in self._fields if self._recalculated else ():
            code = "".join(open_field.code)
            if _TYPED_FIELD.match(code):
                continue
            ink.doubt(doubts.NOT_CALCULATED)
            if _FORMULA_FIELD.match(code):
                if not open_field.told:
                    ink.write(UNREAD)
                    open_field.told = True
                return True
        return False

    def _field(self, node: Element, ink: Ink) -> None:
        match attribute(node, "fldCharType"):
            case "begin":
                self._fields.append(_Field())
                # What a drop-down or a tick box shows stands in the field's own data.
                if any(child(node, "w:ffData", name) is not None for name in ("w:ddList", "w:checkBox")):
                    ink.write(UNREAD)
            case "separate" if self._fields:
                self._fields[-1].shows = True
            case "end" if self._fields:
                ended = self._fields.pop()
                if not ended.shows and _DRAWING_FIELD.match("".join(ended.code)):
                    ink.write(UNREAD)

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


def chosen(alternatives: Element) -> Element:
    """The variant that is shown: the first, as every program of these years understands it, unless only the last says something."""
    variants = list(alternatives)
    return next((node for node in variants if len(node)), alternatives)


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


def _drawing(node: Element, ink: Ink) -> None:
    """A text box gives its text, anything else that draws is counted."""
    boxes = [box for box in within(node, "w:txbxContent") if _outermost(box, node)]
    ink.boxes += boxes
    pictures = [inner for inner in node.iterdescendants() if _is_picture(inner)]
    if pictures or not boxes:
        ink.drawn += 1
    if kind(node) == "w:object":
        ink.unread.append(doubts.FRAME)
    elif pictures and _width(node) >= _WIDE:
        ink.unread.append(doubts.IMAGE)


def _outermost(box: Element, root: Element) -> bool:
    """Whether the box lies in no other box of this drawing, and in no variant that is not shown."""
    inner = box
    for outer in box.iterancestors():
        if outer is root:
            return True
        if kind(outer) == "w:txbxContent" or (kind(outer) == "mc:AlternateContent" and chosen(outer) is not inner):
            return False
        inner = outer
    return True


def _is_picture(node: Element) -> bool:
    """Pictures, charts and diagrams, VML images and lettering."""
    return kind(node) in ("pic:pic", "v:imagedata", "chart", "relIds") or (kind(node) == "v:textpath" and bool(node.get("string")))


def _width(node: Element) -> int:
    """The drawing's width in EMU; as wide as can be where it is not written so."""
    extent = next(within(node, "wp:extent"), None)
    if extent is not None:
        return whole(extent.get("cx"), _WIDE)
    shape = next(within(node, "v:shape"), None)
    match = re.search(r"(?:^|;)width:([\d.]+)pt", shape.get("style") or "") if shape is not None else None
    return int(float(match[1]) * 12_700) if match and match[1].count(".") < 2 else _WIDE


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
    "w:drawing": _drawing,
    "w:pict": _drawing,
    "w:object": _drawing,
}
