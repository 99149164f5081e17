"""What a body may be called for short in its own report."""

import re

_PLACES = re.compile("(?P<outer>[一-龥]{2,8}?(?:省|市|州|盟))?(?P<inner>[一-龥]{1,6}?(?:市|县|区|旗))?")
_TOWN = re.compile("(?:.*[市县区旗州](?:人民政府)?)?(?P<town>[一-龥]{2,5}(?P<level>镇|乡|街道|苏木))(?:办事处|人民政府|政府)?$")
_GOVERNMENT, _OFFICE = re.compile("(?:人民)?政府$"), re.compile("(?:人民政府|政府|府)办(?:公室|公厅)?$")
_ZONE = re.compile("(?:管理)?委员会$")
_ZONES = {"开发": "开发区", "经济": "经开区", "高新": "高新区", "示范": "示范区", "新区": "新区"}
LEVELS = frozenset("省市州县区旗")
_PLACE = re.compile("[一-龥]{1,6}?(?:省|市|州|盟|县|区|旗)(?![市州县区旗])")
_SHORT = 3
# 平湖市公安局松陂区分局: what it does stands before the place that it is for.
_BRANCH = re.compile("(?:[一-龥]{2,8}?(?:市|州|盟))?(?P<work>[一-龥]{2,12})局(?P<place>[一-龥]{1,8}?(?P<level>[市县区旗])?)分局$")


def short_names(name: str) -> tuple[str, ...]:
    """All short names that follow from a name, the longest first: 云溪县柳汀镇人民政府, 柳汀镇, 镇政府."""
    found = [name, re.sub("(?:人民政府|政府|(?<=街道)办事处)$", "", name)]
    if town := _TOWN.match(name):
        found += _of_a_town(town["town"], town["level"])
        found += [f"{_inner(name)}{one}" for one in _of_a_town(town["town"], town["level"]) if one.startswith(town["town"])]
    elif name:
        found += _of_an_office(name) or _of_a_government(name) or _of_a_bureau(name)
    if branch := _BRANCH.match(name):
        found += _of_a_branch(branch["work"], branch["place"], branch["level"] or "")
    found += _by_its_kind(name)
    return tuple(sorted({one for one in found if one}, key=len, reverse=True))


# What a body is, after its name: 我馆, 本大队, 我管委会. 我县 and 我镇 are of an area, and words of the lexicon.
_KIND = re.compile("(?:苏木|民族乡|民族镇|大队|支队|总队|中心|农场|林场|牧场|[馆社会站台关署行校院团场所盟室部])$")
_HEAD, _SCHOOL = re.compile("(?:人民政府|政府|(?<=盟)行政公署)$"), re.compile("(?<=[中小大])学$")
# Words of their own: 三中全会, 全社会, 本行政机关.
_NO_NAMES = frozenset(("全会", "全室", "全部", "全社", "全行", "全关", "全台", "全所", "本行", "本台", "本场", "本所", "本会"))


def _by_its_kind(name: str) -> list[str]:
    """清沐县档案馆: 我馆, 本馆; 清沐经济开发区管理委员会: 我管委会, 我开发区."""
    zone = _ZONE.sub("", name)
    kinds = [short for sign, short in _ZONES.items() if sign in zone] + ["管委会", "园区"] if zone != name and zone.endswith("区") else []
    if not kinds and not name.endswith("委员会") and (kind := _KIND.search(_SCHOOL.sub("校", _HEAD.sub("", name)))):
        kinds = list(dict.fromkeys((kind.group(), kind.group()[-1])))
    said = [f"{who}{kind}" for kind in kinds for who in ("我", "本", "全")]
    return [one for one in said if one not in _NO_NAMES]


def may_be(name: str, said: str) -> bool:
    """Whether what was said may be this name for short: its signs in their order, the last one the same; never another level's."""
    if said in short_names(name):
        return True
    if said.endswith("政府") and _OFFICE.search(name):
        return False  # what a government did is not told of its office
    ends = {name[-1:], "府", "办", "局"} | ({"委"} if name.endswith("委员会") else set())
    if not name or not said or said[-1] not in ends or (len(said) > 1 and said[0] in LEVELS - {level_of(name)} and level_of(name)):
        return False
    signs = iter(name)
    return all(sign in signs for sign in said)


def level_of(name: str) -> str:
    """The last sign of the place that a name begins with."""
    town = _TOWN.match(name)
    places = _PLACES.match(name)
    return town["level"][-1] if town else places.group()[-1:] if places else ""


def _inner(name: str) -> str:
    """The place right above the town: 栖云区."""
    places = _PLACES.match(name)
    return (places["inner"] or places["outer"] or "") if places else ""


def _of_a_town(town: str, level: str) -> list[str]:
    """柳汀镇: 柳汀镇政府, 镇政府, 镇党政办; 霁溪街道: 霁溪街道办, 霁溪街, 街道办事处, 办事处."""
    if level == "街道":
        ends = ["", "办", "办事处", "党政办", "党政办公室", "党工委"]
        return [f"{place}{end}" for place in (town, level) for end in ends] + ["办事处", town.removesuffix("道")]
    ends = ["政府", "人民政府", "党政办", "党政办公室", "政府办", "政府办公室", "人民政府办公室"]
    return [town, f"{town}办公室", *(f"{place}{end}" for place in (town, level) for end in ends)]


def _of_an_office(name: str) -> list[str]:
    """清沐县人民政府办公室: 清沐县政府办公室, 县政府办公室, 县府办, 政府办."""
    end = _OFFICE.search(name)
    if end is None:
        return []
    place = name[: end.start()]
    room = "办公厅" if name.endswith("厅") else "办公室"
    places = dict.fromkeys((place, _inner(place), place[-1:], ""))
    return [f"{at}{end}" for at in places for end in (f"人民政府{room}", f"政府{room}", "政府办", "府办")]


def _of_a_government(name: str) -> list[str]:
    """云溪市清沐县人民政府: 清沐县, 清沐县政府, 县人民政府, 县政府."""
    place = _GOVERNMENT.sub("", name)
    inner = _PLACE.findall(place)[-1:]
    found = [f"{place}政府", f"{place[-1:]}人民政府", f"{place[-1:]}政府"]
    return [*found, *(f"{one}{end}" for one in inner if place.endswith(one) for end in ("", "人民政府", "政府"))] if place != name else []


def _of_a_branch(work: str, place: str, level: str) -> list[str]:
    """平湖市公安局松陂区分局: 松陂区公安分局, 松陂公安分局, 区公安分局, 公安分局, 松陂区分局, 区分局."""
    places = {place, place.removesuffix(level) or place, level, ""}
    return [*(f"{at}{work}分局" for at in places), *(f"{at}分局" for at in (place, level))]


def _of_a_bureau(name: str) -> list[str]:
    """岚屿市栖云区水务局: 栖云区水务局, 区水务局, 水务局, 区局; 清沐经济开发区管理委员会: 管委会, 开发区."""
    places = _PLACES.match(name)
    zone = _ZONE.sub("", name)
    if zone != name and zone.endswith("区"):
        shorter = [short for sign, short in _ZONES.items() if sign in zone]
        inner = zone[places.end("outer") :] if places and places["outer"] and places["inner"] else zone
        return [zone, inner, "管委会", "园区", *shorter, *(f"{one}管委会" for one in shorter)]
    bureau = name[places.end() :] if places and places.end() else ""
    if places is None or len(bureau) < _SHORT:
        return []
    level, inner = places.group()[-1], name[places.end("outer") if places["inner"] and places["outer"] else 0 :]
    short = bureau.removesuffix("员会") if bureau.endswith("委员会") else bureau
    kind = [short[-1]] if short.endswith(("局", "委", "厅")) else []
    return [
        inner, *(f"{at}{called}" for at in (level, "") for called in (bureau, short)),
        *(f"{at}{one}" for one in kind for at in (level,)), *(f"{one}{end}" for one in kind for end in ("机关", "办公室")),
    ]  # fmt: skip
