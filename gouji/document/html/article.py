"""Where on a page the report stands: the container of its content system, or the element around all of its headings."""

from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from gouji.document.html.grids import is_data
from gouji.document.html.page import page_facts
from gouji.document.html.tree import BLOCKS, TEXT, Step, is_shown, text_of, walk

_PREAMBLE = 30  # so much text at least stands before the first heading, else the element is a part of the article only
_LINKED = 0.4


def find_article(page: LexborHTMLParser) -> LexborNode | None:
    """The element with the article; the body where nothing tells it."""
    body = page.body
    if body is None:
        return None
    marks = _marks(body)
    inner = _around(marks) if marks else None
    if inner is None:
        return _container(page) or body
    return _listed_above(page, inner) or _with_preamble(inner, marks[0])


def _marks(body: LexborNode) -> list[LexborNode]:
    """The elements that hold the report's headings and tables, in the order of the page."""
    facts = page_facts()
    found = []
    for step, node in walk(body, lambda n: not is_shown(n) or n.tag in facts.outside or (n.tag == "table" and is_data(n))):
        if step is Step.WHOLE and node.tag == "table":
            if facts.table_marks.search(text_of(node)):
                found.append(node)
        elif node.tag == TEXT and node.parent and "、" in (node.text_content or ""):
            block = _block_around(node.parent)
            if facts.marks.match(text_of(block)[:60]) and not _in_link(node) and (not found or found[-1].mem_id != block.mem_id):
                found.append(block)
    return found


def _block_around(node: LexborNode) -> LexborNode:
    while node.tag not in BLOCKS and node.parent:
        node = node.parent
    return node


def _in_link(node: LexborNode) -> bool:
    """Headings of an article do not lead anywhere; those of a table of contents do."""
    parent = node.parent
    while parent and parent.tag not in BLOCKS:
        if parent.tag == "a" and (parent.attributes.get("href") or "").strip():
            return True
        parent = parent.parent
    return False


def _around(marks: Sequence[LexborNode]) -> LexborNode:
    """The innermost element around all marks."""
    common = _ancestors(marks[0]) or [marks[0]]
    for mark in marks[1:]:
        own = {node.mem_id for node in (mark, *_ancestors(mark))}
        common = [node for node in common if node.mem_id in own]
    return common[0]


def _ancestors(node: LexborNode) -> list[LexborNode]:
    """The elements around the node up to the body, nearest first."""
    found = []
    parent = node.parent
    while parent is not None and parent.tag not in ("html", "-undef", "-document"):
        found.append(parent)
        parent = parent.parent
    return found


def _listed_above(page: LexborHTMLParser, inner: LexborNode) -> LexborNode | None:
    """The nearest listed container that holds all of the article."""
    listed = {node.mem_id for selector in page_facts().containers for node in page.css(selector)}
    return next((node for node in (inner, *_ancestors(inner)) if node.mem_id in listed), None)


def _container(page: LexborHTMLParser) -> LexborNode | None:
    for selector in page_facts().containers:
        if found := page.css_first(selector):
            return found
    return None


def _with_preamble(inner: LexborNode, first: LexborNode) -> LexborNode:
    """The element, or one around it where the report's preamble stands outside and no navigation comes with it."""
    before = len(text_of(inner).split(text_of(first).split("\n")[0])[0])
    for parent in _ancestors(inner):
        children = [node for node in parent.iter(include_text=True) if is_shown(node)]
        position = next(index for index, node in enumerate(children) if node.mem_id == inner.mem_id)
        if before >= _PREAMBLE or _is_navigation(children[:position] + children[position + 1 :]):
            break
        before += sum(len(text_of(node)) for node in children[:position])
        inner = parent
    return inner


def _is_navigation(nodes: Sequence[LexborNode]) -> bool:
    """Whether links make up a large part of what these say."""
    linked = sum(len(link.text() or "") for node in nodes if node.tag != TEXT for link in node.css("a[href]"))
    return linked > _LINKED * sum(len(text_of(node)) for node in nodes)
