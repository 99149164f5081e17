"""The headings and tables of a report on a page: they tell where the article is, and whether it stands there twice."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from gouji.document.html.grids import is_data
from gouji.document.html.page import page_facts
from gouji.document.html.tree import BLOCKS, BREAK, TEXT, Step, Text, is_shown, text_of, walk

_LONGEST_HEADING = 60
_FIRST = re.compile(r"[\s第(（【\[〔0０]*[一1１壹⒈⑴①㈠ⅠI](?![IV])")
# So many headings in one style are the parts' own: fewer may be items of a list that sound like them.
_PARTS = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """A heading's line, or a table of the form, with the block that holds it."""

    node: LexborNode
    line: str
    is_table: bool = False
    style: int = 0

    @property
    def is_first(self) -> bool:
        return not self.is_table and bool(_FIRST.match(self.line))


@dataclass(slots=True)
class _Line:
    """The line as it gathers, with the node of its first text."""

    text: Text = field(default_factory=Text)
    first: LexborNode | None = None

    def add(self, node: LexborNode) -> None:
        if self.first is None and (node.text_content or "").strip():
            self.first = node
        if self.first is not None and len(self.text.parts) < _LONGEST_HEADING:
            self.text.add(node)

    def mark(self) -> Mark | None:
        """The heading of a report that this line is, if it is one."""
        line = "".join(self.text.parts)[:_LONGEST_HEADING].strip()
        style = page_facts().style_of(line) if self.first is not None else None
        if self.first is None or style is None or _in_link(self.first):
            return None
        return Mark(_block_around(self.first), line, style=style)


def marks_of(body: LexborNode) -> list[Mark]:
    """The marks in the order of the page."""
    facts = page_facts()
    found: list[Mark] = []
    line = _Line()
    for step, node in walk(body, lambda n: not is_shown(n) or n.tag in facts.outside or (n.tag == "table" and is_data(n))):
        if node.tag == TEXT:
            line.add(node)
            continue
        if node.tag == BREAK or node.tag in BLOCKS:
            found += [mark] if (mark := line.mark()) else []
            line = _Line()
        if step is Step.WHOLE and node.tag == "table" and is_shown(node) and facts.table_marks.search(text_of(node)):
            found.append(Mark(node, "", is_table=True))
    return _of_one_style(found + ([mark] if (mark := line.mark()) else []))


def _of_one_style(marks: list[Mark]) -> list[Mark]:
    """The tables, and the headings numbered as the parts are: 一、 where there is one, else the outermost style that numbers enough."""
    counts = Counter(mark.style for mark in marks if not mark.is_table)
    own = 0 if counts[0] else next((style for style in sorted(counts) if counts[style] >= _PARTS), 0)
    return [mark for mark in marks if mark.is_table or mark.style == own]


def _block_around(node: LexborNode) -> LexborNode:
    around = node.parent or node
    while around.tag not in BLOCKS and around.parent:
        around = around.parent
    return around


def _in_link(node: LexborNode) -> bool:
    """Headings of an article do not lead anywhere; those of a table of contents do."""
    parent = node.parent
    while parent and parent.tag not in BLOCKS:
        if parent.tag == "a" and (parent.attributes.get("href") or "").strip():
            return True
        parent = parent.parent
    return False


def groups_of(marks: Sequence[Mark]) -> list[list[Mark]]:
    """The marks of each article on the page: every first part begins another."""
    groups: list[list[Mark]] = []
    for mark in marks:
        if mark.is_first or not groups:
            groups.append([])
        groups[-1].append(mark)
    return groups


def around(marks: Sequence[Mark]) -> LexborNode:
    """The innermost element around all marks."""
    nodes = [marks[0].node, *ancestors(marks[0].node)]
    index = {node.mem_id: place for place, node in enumerate(nodes)}
    innermost = 0
    for mark in marks[1:]:
        node: LexborNode | None = mark.node
        passed: list[int] = []
        while node is not None and node.mem_id not in index:
            passed.append(node.mem_id)
            node = node.parent
        place = index[node.mem_id] if node is not None else len(nodes) - 1
        index.update(dict.fromkeys(passed, place))  # no way up is walked twice: pages nest thousands of elements
        innermost = max(innermost, place)
    alone = marks[0].is_table or len(marks) == 1
    return nodes[min(max(innermost, 1 if alone else 0), len(nodes) - 1)]


def ancestors(node: LexborNode) -> list[LexborNode]:
    """The elements around the node up to the body, nearest first."""
    found = []
    parent = node.parent
    while parent is not None and parent.tag not in ("html", "-undef", "-document"):
        found.append(parent)
        parent = parent.parent
    return found
