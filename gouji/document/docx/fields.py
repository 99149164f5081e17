"""Fields: what stands in the text as their code and is not seen, and what is seen as their result."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from gouji.document import doubts
from gouji.document.docx.ink import UNREAD, Ink
from gouji.document.parts import Element, attribute, child, within

# Fields that draw something of their own where they keep no text of it.
_DRAWING_FIELD = re.compile(r"\s*(?:EQ|SYMBOL|=|ADVANCE|BARCODE|DISPLAYBARCODE|QUOTE)\b|\s*=", re.IGNORECASE)
# Fields whose text stands in the file as typed or linked, whoever opens it.
_TYPED_FIELD = re.compile(
    r"\s*(?:HYPERLINK|TOC|FORMTEXT|FORMCHECKBOX|FORMDROPDOWN|PAGEREF|MERGEFIELD|ADDIN|MACROBUTTON)\b|\s*$", re.IGNORECASE
)
_FORMULA_FIELD = re.compile(r"\s*=")
_CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    """An open field: its code so far, and whether its result has begun; `told` once that was said to be no printed one."""

    code: list[str] = field(default_factory=list)
    shows: bool = False
    told: bool = False

    @property
    def is_contents(self) -> bool:
        return bool(_CONTENTS.match("".join(self.code)))


class Fields:
    """The fields that are open where a document is being read.

    Where they were `recalculated` on the way, their results are not those that the document printed.
    """

    def __init__(self, root: Element, *, recalculated: bool) -> None:
        self._recalculated = recalculated
        self._open: list[_Field] = []
        kinds = [attribute(node, "fldCharType") for node in within(root, "w:fldChar")]
        # A field without an end would swallow all that follows; then no text is taken for a field's code.
        self._whole = kinds.count("begin") == kinds.count("end")

    @contextmanager
    def simple(self, code: str) -> Iterator[None]:
        """Within it a field of this code shows its result."""
        self._open.append(_Field([code], shows=True))
        yield
        self._open.pop()

    def add_code(self, text: str) -> None:
        """The innermost field's code goes on."""
        if self._open:
            self._open[-1].code.append(text)

    def show(self, ink: Ink) -> bool:
        """Whether what comes now is shown: no field's code and no table of contents."""
        if not self._whole or all(one.shows and not one.is_contents for one in self._open):
            return True
        if not any(one.is_contents for one in self._open):
            ink.doubt(doubts.HIDDEN_TEXT)
        return False

    def are_formula_anew(self, ink: Ink) -> bool:
        """Whether what comes now is a formula's new result: a total printed wrong would look right. Other new results are doubted."""
        for open_field in self._open if self._recalculated else ():
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

    def turn(self, node: Element, ink: Ink) -> None:
        """A field begins, comes to its result, or ends."""
        match attribute(node, "fldCharType"):
            case "begin":
                self._open.append(_Field())
                # What a drop-down or a tick box shows stands in the field's own data.
                if any(child(node, "w:ffData", name) is not None for name in ("w:ddList", "w:checkBox")):
                    ink.write(UNREAD)
            case "separate" if self._open:
                self._open[-1].shows = True
            case "end" if self._open:
                ended = self._open.pop()
                if not ended.shows and _DRAWING_FIELD.match("".join(ended.code)):
                    ink.write(UNREAD)
