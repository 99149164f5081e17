"""The parts of an Office document: found by their relationships, parsed without entities, named by short names."""

import posixpath
from collections.abc import Iterator, Mapping
from functools import cache

from lxml import etree

from gouji.document.container import Container
from gouji.errors import UnreadableDocument
from gouji.words import words

Element = etree._Element  # the only name that lxml has for it

MOST_ELEMENTS = 300_000  # a long report has some twenty thousand
_DEEPEST = "Excessive depth"
# Both variants of ISO/IEC 29500, transitional and strict.
_NAMESPACES: Mapping[str, str] = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "x",
    "http://purl.oclc.org/ooxml/spreadsheetml/main": "x",
    "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing": "xdr",
    "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing": "xdr",
    "urn:schemas-microsoft-com:vml": "v",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
}
_RELATION = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_W = tuple("{" + uri + "}" for uri, prefix in _NAMESPACES.items() if prefix == "w")


class Parts:
    """The parts of one document. What lies outside the container is never looked up."""

    def __init__(self, data: bytes) -> None:
        self._container = Container(data)

    def main(self) -> str:
        """The name of the part with the document itself."""
        name = next(iter(self.related("", "officeDocument")), "")
        if name not in self._container:
            raise UnreadableDocument(words("reading.container-damaged"))
        return name

    def related(self, part: str, kind: str) -> Iterator[str]:
        """The names of the parts that this part refers to as this kind (numbering, styles …)."""
        return (target for _, own, target in self._links(part) if own == kind)

    def referred(self, part: str, id_: str | None) -> str | None:
        """The name of the part that this part refers to under this id."""
        return next((target for own, _, target in self._links(part) if own == id_), None)

    def _links(self, part: str) -> Iterator[tuple[str, str, str]]:
        """Id, kind and target of each reference; one that leads outside is none."""
        folder, name = posixpath.split(part)
        root = self.tree(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
        for link in root if root is not None else ():
            if link.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, link.get("Target", ""))).lstrip("/")
                yield link.get("Id", ""), link.get("Type", "").rsplit("/", 1)[-1], target

    def tree(self, name: str) -> Element | None:
        """The part parsed; None where there is no such part."""
        return parsed(self._container[name]) if name in self._container else None


def parsed(data: bytes) -> Element:
    """The root of this XML. A DOCTYPE is refused: an entity left unresolved would look like a blank."""
    if b"<!DOCTYPE" in data.replace(b"\x00", b""):  # UTF-16 puts a zero byte between
        raise UnreadableDocument(words("reading.xml-doctype"))
    if data.count(b"<") > MOST_ELEMENTS * 2:
        raise UnreadableDocument(words("reading.xml-crowded", limit=MOST_ELEMENTS))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        reason = "xml-deep" if _DEEPEST in str(error) else "container-damaged"
        raise UnreadableDocument(words(f"reading.{reason}")) from error
    return root


def kind(node: Element) -> str:
    """The element's short name, as w:p; its local name alone where the namespace is none of those read."""
    return _short(str(node.tag))


@cache
def _short(tag: str) -> str:
    uri, _, name = tag.rpartition("}")
    prefix = _NAMESPACES.get(uri.removeprefix("{"))
    return f"{prefix}:{name}" if prefix else name


def attribute(node: Element, name: str) -> str | None:
    """The value of this attribute of Word's own."""
    return next((value for uri in _W if (value := node.get(uri + name)) is not None), None)


def reference(node: Element) -> str | None:
    """The id under which the element refers to another part."""
    return next((found for uri in _RELATION if (found := node.get(f"{{{uri}}}id"))), None)


def child(node: Element | None, *path: str) -> Element | None:
    """The first element at this path of short names below the node."""
    for name in path:
        node = next((inner for inner in node if kind(inner) == name), None) if node is not None else None
    return node


def value(node: Element | None, *path: str) -> str | None:
    """The `val` of the first element at this path."""
    found = child(node, *path)
    return None if found is None else attribute(found, "val")


def number(node: Element | None, *path: str, default: int = 0) -> int:
    """The `val` at this path as a number; the default where it is none."""
    return whole(value(node, *path), default)


def whole(text: str | None, default: int = 0) -> int:
    """The text as a number; the default where it is none."""
    return int(text) if text and len(text) < 10 and text.removeprefix("-").isdecimal() else default


def is_on(node: Element | None) -> bool:
    """Whether a switch that is written stands on: without a value it does."""
    return node is not None and attribute(node, "val") not in ("0", "false", "off", "none")


def within(node: Element, name: str) -> Iterator[Element]:
    """All elements of this short name in the node, itself left out."""
    return (inner for inner in node.iterdescendants() if kind(inner) == name)
