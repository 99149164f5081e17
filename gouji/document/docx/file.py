"""From a Word file's bytes to a Document."""

import hashlib
import re
from collections.abc import Sequence

from gouji.document.docx.numbering import Numbering
from gouji.document.docx.story import Story
from gouji.document.docx.styles import Styles
from gouji.document.doubts import joined
from gouji.document.model import Block, Document
from gouji.document.parts import Element, Parts, child, kind
from gouji.errors import UnreadableDocument
from gouji.words import words

MOST_BYTES = 50 * 2**20
_REPORT = re.compile("信息公开.{0,12}(?:报告|年报)")


def read_docx(data: bytes, name: str, *, recalculated: bool = False) -> Document:
    """The document in these bytes: its body, without headers, footers, comments and what was deleted.

    `recalculated` tells that another program has put in its own results for fields.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableDocument(words("reading.too-big", size=len(data) >> 20, limit=MOST_BYTES >> 20))
    parts = Parts(data)
    story = _story(parts, recalculated)
    blocks = _blocks(story)
    if not blocks:
        reason = "docx-pictures" if story.unread else "docx-empty"
        raise UnreadableDocument(words(f"reading.{reason}"))
    return Document(name, hashlib.sha256(data).hexdigest(), "docx", tuple(blocks), _meta(parts), unread=joined(story.unread))


def _story(parts: Parts, recalculated: bool) -> Story:
    main = parts.main()
    root = parts.tree(main)
    if root is None or kind(root) != "w:document":
        raise UnreadableDocument(words("reading.container-damaged"))
    styles = Styles(_related(parts, main, "styles"))
    return Story(root, styles, Numbering(_related(parts, main, "numbering"), styles), recalculated=recalculated)


def _blocks(story: Story) -> Sequence[Block]:
    try:
        return list(story.blocks())
    except RecursionError as error:
        raise UnreadableDocument(words("reading.xml-deep")) from error


def _related(parts: Parts, main: str, name: str) -> Element | None:
    return next((parts.tree(part) for part in parts.related(main, name)), None)


def _meta(parts: Parts) -> dict[str, str]:
    """The title that the file's properties give, where it is a report's; most often it is what a template or a program left there."""
    root = next((parts.tree(part) for part in parts.related("", "core-properties")), None)
    title = child(root, "dc:title")
    text = (title.text or "").strip() if title is not None else ""
    return {"title": text} if _REPORT.search(text) else {}
