"""Walking a parsed page: elements in order, what is not shown left out, text as a browser shows it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum

from selectolax.lexbor import LexborNode

TEXT, BREAK = "-text", "br"
BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p",
        "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ucapcontent", "ucaptitle", "ul",
    }
)  # fmt: skip
_NOT_SHOWN = frozenset({"script", "style", "noscript", "template", "iframe", "head", "title", "object", "svg", "-comment", "-doctype"})
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
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


@dataclass(slots=True)
class Text:
    """Text as it gathers: runs joined with nothing between them, lines parted by <br> and by blocks."""

    parts: list[str] = field(default_factory=list)

    def add(self, node: LexborNode) -> None:
        self.parts.append(_BLANKS.sub(" ", node.text_content or ""))

    def end_line(self) -> None:
        self.parts.append("\n")

    def lines(self) -> list[str]:
        """The lines that hold something, without the blanks around them."""
        return [line.strip() for line in re.sub(" {2,}", " ", "".join(self.parts)).split("\n") if line.strip()]


def text_of(root: LexborNode, *, without: frozenset[str] = frozenset()) -> str:
    """The text shown in this element, one line a block, the elements named left out."""
    text = Text()
    for step, node in walk(root, lambda n: not is_shown(n) or n.tag in without):
        if node.tag == TEXT:
            text.add(node)
        elif step is not Step.WHOLE and (node.tag in BLOCKS or node.tag == BREAK):
            text.end_line()
    return "\n".join(text.lines())
