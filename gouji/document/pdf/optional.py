"""Pages with layers that are switched off (optional content, ISO 32000-1 8.11): a viewer does not show what stands in them.

PDFium leaves them out when it renders a page, and tells their text and rules with all the rest when asked for those. What belongs to a
layer it does not say where a form object is the layer; so nothing but the page's picture tells what such a page shows.
"""

import io
from collections.abc import Iterator, Mapping
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, dict_value, list_value, resolve1
from pdfminer.psexceptions import PSException

_SIGNS = (b"/OCProperties", b"/ObjStm")  # the catalog, or what it may be packed in
_DEEPEST = 8
_MOST = 10_000  # objects named by a page's resources


def pages_with_layers_off(data: bytes, count: int) -> frozenset[int]:
    """The numbers of such pages, all of the `count` where there are layers and the file is too broken to tell which pages have them."""
    if not any(sign in data for sign in _SIGNS):
        return frozenset()
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        off = frozenset(_off(dict_value(document.catalog.get("OCProperties", {}))))
        return frozenset(_pages(document, off)) if off else frozenset()
    except (PSException, ValueError, TypeError, KeyError, AttributeError, RecursionError):  # what pdfminer meets in broken files
        return frozenset(range(1, count + 1)) if _SIGNS[0] in data else frozenset()


def _off(properties: Mapping[str, Any]) -> Iterator[int]:
    """The object numbers of the layers that are off when the file is opened."""
    usual = dict_value(properties.get("D", {}))
    layers = [ref for ref in list_value(properties.get("OCGs", [])) if isinstance(ref, PDFObjRef)]
    on, off = (_numbers(usual.get(name, [])) for name in ("ON", "OFF"))
    all_off = _is(usual.get("BaseState"), "OFF")
    for ref in layers:
        by_use = "AS" in usual and _is(_view_of(dict_value(ref)), "OFF")
        if ref.objid in off or by_use or (all_off and ref.objid not in on):
            yield ref.objid


def _numbers(refs: object) -> set[int]:
    return {ref.objid for ref in list_value(refs) if isinstance(ref, PDFObjRef)}


def _view_of(layer: Mapping[str, Any]) -> object:
    """Whether the layer is shown on a screen, as its usage has it."""
    return dict_value(dict_value(layer.get("Usage", {})).get("View", {})).get("ViewState")


def _is(found: object, name: str) -> bool:
    return getattr(resolve1(found), "name", None) == name


def _pages(document: PDFDocument, off: frozenset[int]) -> Iterator[int]:
    for number, page in enumerate(PDFPage.create_pages(document), 1):
        if any(_hides(member, off) for member in _members(page.resources, set(), 0)):
            yield number


def _members(resources: object, met: set[int], depth: int) -> Iterator[object]:
    """What the page's content, and the forms in it, name as the layer to which something belongs."""
    found = dict_value(resources)
    yield from dict_value(found.get("Properties", {})).values()
    for ref in dict_value(found.get("XObject", {})).values():
        item = resolve1(ref)
        if not isinstance(item, PDFStream) or id(item) in met or len(met) > _MOST:
            continue
        met.add(id(item))
        yield item.get("OC")
        if depth < _DEEPEST and "Resources" in item.attrs:
            yield from _members(item["Resources"], met, depth + 1)


def _hides(member: object, off: frozenset[int]) -> bool:
    """Whether this is a layer that is off, or what depends on one."""
    if isinstance(member, PDFObjRef) and member.objid in off:
        return True
    found = resolve1(member)
    if not isinstance(found, dict):
        return False
    if "VE" in found:
        return True  # an expression: which layers it asks for is not worked out
    groups = found.get("OCGs", [])
    several = resolve1(groups) if isinstance(resolve1(groups), list) else [groups]
    return any(isinstance(group, PDFObjRef) and group.objid in off for group in several)
