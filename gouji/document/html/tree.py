"""Walking a parsed page: elements in order, what is not shown left out, text as a browser shows it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum

from selectolax.lexbor import LexborNode

TEXT, BREAK = "-text", "br"
FIELDS = frozenset({"input", "textarea", "select"})
STRUCK = frozenset({"del", "s", "strike"})
DOUBT = "data-gouji-doubt"  # where the page as a whole makes an element doubtful, the element carries the doubts' names
BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p",
        "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ucapcontent", "ucaptitle", "ul",
    }
)  # fmt: skip
_NOT_SHOWN = frozenset({"script", "style", "noscript", "template", "iframe", "head", "title", "object", "svg", "-comment", "-doctype"})
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_STRIKING = re.compile(r"text-decoration[a-z-]*\s*:[^;]*line-through", re.IGNORECASE)
_WITHOUT_VALUE = frozenset({"hidden", "checkbox", "radio", "image", "file", "password", "color", "range"})
_BLANKS = re.compile(r"[ \t\r\n\f]+")


class Step(Enum):
    """What a walk meets: an element opens or closes, or a node that is taken whole."""

    OPEN = 1
    CLOSE = 2
    WHOLE = 3


def walk(root: LexborNode, whole: Callable[[LexborNode], bool]) -> Iterator[tuple[Step, LexborNode]]:
    """The nodes in order. Without recursion: pages nest thousands of elements."""
    waiting: list[tuple[Step, LexborNode]] = [(Step.OPEN, root)]
    while waiting:
        step, node = waiting.pop()
        if step is Step.CLOSE:
            yield step, node
        elif node.tag == TEXT or whole(node):
            yield Step.WHOLE, node
        else:
            yield step, node
            waiting.append((Step.CLOSE, node))
            waiting.extend((Step.OPEN, child) for child in reversed(list(node.iter(include_text=True))))


def is_shown(node: LexborNode) -> bool:
    """Whether the element itself is shown, as far as its own attributes say."""
    if node.tag in _NOT_SHOWN:
        return False
    attributes = node.attributes
    return not attributes or not ("hidden" in attributes or _HIDING.search(attributes.get("style") or ""))


def is_struck(node: LexborNode) -> bool:
    """Whether the element's text is struck through."""
    return node.tag in STRUCK or bool(node.tag != TEXT and _STRIKING.search((node.attributes or {}).get("style") or ""))


def value_of(field: LexborNode) -> str:
    """What a form's field shows: the value filled in, or the choice made."""
    if field.tag == "textarea":
        return field.text() or ""
    if field.tag == "select":
        chosen = field.css_first("option[selected]") or field.css_first("option")
        return (chosen.text() if chosen else "") or ""
    if (field.attributes.get("type") or "text").strip().lower() in _WITHOUT_VALUE:
        return ""
    return field.attributes.get("value") or ""


@dataclass(slots=True)
class Text:
    """Text as it gathers: runs joined with nothing between them, lines parted by <br> and by blocks."""

    parts: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    def add(self, node: LexborNode) -> None:
        text = value_of(node) if node.tag in FIELDS else node.text_content or ""
        self.parts.append(_BLANKS.sub(" ", text))

    def end_line(self) -> None:
        self.parts.append("\n")

    def doubt(self, name: str) -> None:
        self.doubts.append(name)

    def ends_in_digit(self) -> bool:
        return bool(self.parts) and self.parts[-1][-1:].isdigit()

    def lines(self) -> list[str]:
        """The lines that hold something, without the blanks around them."""
        return [line.strip() for line in re.sub(" {2,}", " ", "".join(self.parts)).split("\n") if line.strip()]


def text_of(root: LexborNode, *, without: Callable[[LexborNode], bool] | None = None) -> str:
    """The text shown in this element, one line a block, fields with their values, the elements named left out."""
    text = Text()
    for step, node in walk(root, lambda n: n.tag in FIELDS or not is_shown(n) or (without is not None and without(n))):
        if node.tag == TEXT:
            text.add(node)
        elif node.tag in FIELDS:
            if is_shown(node) and not (without and without(node)):
                text.add(node)
        elif step is not Step.WHOLE and (node.tag in BLOCKS or node.tag == BREAK):
            text.end_line()
    return "\n".join(text.lines())
