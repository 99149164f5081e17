"""Where on a page the report stands: the container of its content system, or the element around all of its headings."""

from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from gouji.document.html.marks import Mark, ancestors, around, groups_of, marks_of
from gouji.document.html.page import page_facts
from gouji.document.html.tree import TEXT, is_shown, text_of

_PREAMBLE = 30  # so much text at least stands before the first heading, else the element is a part of the article only
_LINKED = 0.4
_MOST_TWINS = 8
# A list of the report's headings beside it is no article: it has hardly more text than the headings themselves.
_BARE_LIST = 2.5


def find_article(page: LexborHTMLParser) -> LexborNode | None:
    """The element with the article; the body where nothing tells it."""
    body = page.body
    if body is None:
        return None
    marks = _of_one_article(marks_of(body))
    if not marks:
        return _container(page) or body
    inner = around(marks)
    return _listed_above(page, inner) or _with_preamble(inner, marks[0])


def _of_one_article(marks: list[Mark]) -> list[Mark]:
    """The marks without those of a second print of the same article (for telephones, for print) or of a list of its headings.

    The second print is taken off the page, so that whatever holds both does not read it twice. Two different
    articles both stay: which of them is meant is not for the reader of a page to say.
    """
    groups = groups_of(marks)
    if not 1 < len(groups) <= _MOST_TWINS:
        return marks
    kept: list[list[Mark]] = []
    met: set[str] = set()
    for group in groups:
        inner = around(group)
        text = "".join(text_of(inner).split())
        root = _own_root(inner, [other for other in groups if other is not group])
        if text in met and root is not None:
            root.attrs["hidden"] = ""
        elif not _is_bare_list(group, text):
            kept.append(group)
            met.add(text)
    return [mark for group in kept for mark in group] or marks


def _own_root(inner: LexborNode, others: Sequence[Sequence[Mark]]) -> LexborNode | None:
    """The largest element around this one that holds no other article's headings; none where it holds some itself."""
    foreign = {node.mem_id for other in others for mark in other for node in (mark.node, *ancestors(mark.node))}
    own = None
    for node in (inner, *ancestors(inner)):
        if node.mem_id in foreign:
            break
        own = node
    return own


def _is_bare_list(group: Sequence[Mark], text: str) -> bool:
    headings = sum(len("".join(mark.line.split())) for mark in group)
    return not any(mark.is_table for mark in group) and len(group) > 2 and len(text) < _BARE_LIST * headings


def _listed_above(page: LexborHTMLParser, inner: LexborNode) -> LexborNode | None:
    """The nearest listed container that holds all of the article."""
    listed = {node.mem_id for selector in page_facts().containers for node in page.css(selector)}
    return next((node for node in (inner, *ancestors(inner)) if node.mem_id in listed), None)


def _container(page: LexborHTMLParser) -> LexborNode | None:
    for selector in page_facts().containers:
        found = [node for node in page.css(selector) if is_shown(node) and text_of(node)]
        if found:
            return found[0]
    return None


def _with_preamble(inner: LexborNode, first: Mark) -> LexborNode:
    """The element, or one around it where the report's preamble stands outside and no navigation comes with it."""
    text = text_of(inner)
    before = max(text.find(first.line), 0) if first.line else 0
    for parent in ancestors(inner):
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
