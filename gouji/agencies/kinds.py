"""What kind of body a name shows, and whether it can make 规章: only where the name leaves no doubt."""

import re
from dataclasses import dataclass

from gouji.agencies.naming import BodyName, cities_with_power

_GOVERNMENT = re.compile("人民政府(?:办公[厅室])?")
# 管理委员会 runs a zone and 行政公署 an area, each for a government: no department, and their powers vary.
_DEPARTMENT = re.compile("(?!.*(?:管理委员会|行政公署)).*(?:局|厅|委员会|委|办公室|研究室|总队|支队|大队)")
_NAMELESS_COUNTY = re.compile("[县区旗]人民政府(?:办公[厅室])?")
_NAMELESS_TOWNSHIP = re.compile("[镇乡]人民政府(?:办公[厅室])?")
_BRANCH = re.compile(".*(?:分局|分队|派出所|监管所|司法所|税务所)")


@dataclass(frozen=True, slots=True)
class Standing:
    """`kind` is one of gouji.agency.KINDS or None; `makes_regulations` is None where the name does not settle it."""

    kind: str | None = None
    makes_regulations: bool | None = None


def standing(name: BodyName) -> Standing:
    """The kind and the power that the name shows. Whose it is, where the name has no place, is another question (Agency.sure)."""
    if name.of_the_state or name.body.startswith(("国家", "国务院", "中国")):
        return Standing("部委", True) if name.makes_regulations_by_law else Standing()
    if name.township:
        return _of_a_township(name)
    if _GOVERNMENT.fullmatch(name.body) and not name.national:
        return _of_a_government(name)
    return _of_another(name)


def _of_a_township(name: BodyName) -> Standing:
    if name.township.endswith("街道"):
        return Standing("街道", False) if name.body == "办事处" else Standing()
    return Standing("乡镇", False) if _GOVERNMENT.fullmatch(name.body) else Standing()


def _of_a_government(name: BodyName) -> Standing:
    """A city that is not listed may be of county level or listed under another name: not judged."""
    if name.county:
        return Standing() if name.county.endswith("市") else Standing("县", False)
    if name.prefecture:
        return Standing("设区的市", True) if name.prefecture in cities_with_power() else Standing()
    return Standing("省", True)


def _of_another(name: BodyName) -> Standing:
    if _BRANCH.fullmatch(name.body) or (name.national and _DEPARTMENT.fullmatch(name.body)):
        return Standing("派出机构", False)
    if _NAMELESS_COUNTY.fullmatch(name.body):
        return Standing("县", False)
    if _NAMELESS_TOWNSHIP.fullmatch(name.body):
        return Standing("乡镇", False)
    # 市人民政府 without its name, or its office, may be of either level.
    speaks_of_a_government = name.body.endswith(("人民政府", "人民政府办公室", "人民政府办公厅"))
    return Standing("部门", False) if _DEPARTMENT.fullmatch(name.body) and not speaks_of_a_government else Standing()
