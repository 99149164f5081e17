"""Whose figures a report says that it gives: its own, or those of the whole area."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gouji.document.model import Paragraph
from gouji.place import Place

# What speaks of whose the figures are. A meeting of the whole county or its website says nothing of them.
_AREA = "全(?:省|市|县|区|旗|州|盟|镇|乡|街道)"
_COUNTED = "申请|主动公开|公开政府信息|公开信息|行政复议|行政诉讼|数据|统计"
_WHOLE = re.compile(
    rf"{_AREA}[^。；]{{0,20}}(?:{_COUNTED})|(?:{_COUNTED})[^。；]{{0,20}}{_AREA}|汇总"
    rf"|(?:{_COUNTED})[^。；]{{0,16}}(?:包括|含|涵盖)[^。；]{{0,20}}(?:部门|单位|乡镇|街道)"
)
_OWN = re.compile(
    rf"(?:本机关|本级|本单位|本办公?[室厅]?|仅)[^。；]{{0,20}}(?:{_COUNTED})|(?:{_COUNTED})[^。；]{{0,16}}(?:本机关|本级|本单位)"
    rf"|不(?:包括|含)[^。；]{{0,20}}(?:部门|单位|乡镇|街道)"
)
# The words that count as a scope at all, wherever they stand: whoever says one of them is not told that the report says none.
_ANY = re.compile(f"本机关|本级|本单位|本行政区|汇总|{_AREA}|各(?:部门|单位|乡镇|镇街|街道|镇)|政府系统|各级")


@dataclass(frozen=True, slots=True)
class Scope:
    """`whole` and `own` tell which of the two the text says of its figures; `printed` is any word of scope, None where none is."""

    whole: bool = False
    own: bool = False
    printed: str | None = None
    place: Place | None = None


def scope_of(paragraphs: Iterable[Paragraph]) -> Scope:
    """What the text says."""
    whole = own = False
    printed, place = None, None
    for paragraph in paragraphs:
        whole = whole or bool(_WHOLE.search(paragraph.text))
        own = own or bool(_OWN.search(paragraph.text))
        if printed is None and (match := _ANY.search(paragraph.text)):
            printed, place = match.group(), paragraph.place
    return Scope(whole, own, printed, place)
