"""Empty paragraphs of a page, counted: in a table written out one cell a paragraph each may be a blank cell."""

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from gouji.document.html.tree import BLOCKS, BREAK, DOUBT, TEXT, Step, Text

_PARAGRAPHS = frozenset({"blockquote", "center", "dd", "div", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "pre", "section"})
# All that an empty paragraph may hold: where a picture, a field or a script stands, or words struck or hidden, something was there.
_NOTHING = frozenset({TEXT, BREAK, "-comment", "a", "b", "big", "em", "font", "i", "o:p", "small", "span", "strong", "u"})
_PICTURE = re.compile(r"url\s*\(", re.IGNORECASE)


@dataclass(slots=True)
class Blanks:
    """How many empty paragraphs the walk met since they were last taken. `empty` tells whether the innermost one open is, so far."""

    count: int = 0
    empty: bool = False

    def meet(self, step: Step, node: LexborNode, text: Text) -> None:
        """Goes on over this node, in front of which this text stands; wrappers around an empty paragraph are none themselves."""
        if node.tag in BLOCKS:
            self.count += self.empty and step is Step.CLOSE and not text.lines()
            self.empty = step is Step.OPEN and node.tag in _PARAGRAPHS and _is_bare(node)
        elif self.empty and step is not Step.CLOSE and node.tag != TEXT:
            self.empty = node.tag in _NOTHING and (node.tag == "-comment" or (step is Step.OPEN and _is_bare(node)))

    def take(self) -> int:
        """The count, which begins anew."""
        count, self.count = self.count, 0
        return count


def _is_bare(node: LexborNode) -> bool:
    """Whether no picture lies behind the element and nothing in it was hidden or printed by a style sheet."""
    attributes = node.attributes
    return not attributes or not (DOUBT in attributes or _PICTURE.search(attributes.get("style") or ""))
