"""Takes a body's name apart: the place it carries and the body itself."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from gouji.data import data_file

_SPACE = re.compile(r"\s+")
_BRACKETS = re.compile(r"\([^()]*\)")
_COUNTY = re.compile(r"[\u3400-\u9fff]{1,15}?(?:自治县|自治旗)|[\u3400-\u9fff]{1,9}?(?:[区县旗]|市(?!场))")
_TOWNSHIP = re.compile(r"[\u3400-\u9fff]{1,12}?(?:街道|镇|乡|苏木)(?=人民政府|办事处)")
_JOINING = re.compile("[和与及、]")


@dataclass(frozen=True, slots=True)
class BodyName:
    """A name in its parts, each as printed, empty where the name has none.

    `national` is the State's body whose branch it is; `body` what stands behind the places.
    """

    national: str
    province: str
    prefecture: str
    county: str
    township: str
    body: str

    @property
    def place(self) -> str:
        """The places in front of the township and the body, as printed."""
        return self.province + self.prefecture + self.county

    @property
    def placed(self) -> bool:
        """Whether the place says which body of that name it is.

        A township's name says it only under a county or city; a county's that others bear only under its city.
        """
        if self.county:
            return self.county not in repeated_counties() or bool(self.prefecture) or self.province in municipalities()
        if self.township:
            return bool(self.prefecture) or self.province in municipalities()
        return bool(self.prefecture or self.province) or self.of_the_state

    @property
    def of_the_state(self) -> bool:
        """Whether it is a body of the State itself, whose name needs no place."""
        return not self.place and not self.township and self.key in state_bodies()

    @property
    def makes_regulations_by_law(self) -> bool:
        """Whether it is a body of the State that makes 规章."""
        return self.of_the_state and self.key in ministries()

    @property
    def key(self) -> str:
        """The same for the same body, however much of the places above it is written.

        洪泽区人民政府 and 江苏省淮安市洪泽区人民政府 are one body, since only one 洪泽区 exists; 鼓楼区 exists in four
        cities, so there the city stays where it is known, and 鼓楼区人民政府 alone is the key of no certain body.
        """
        return self.seat + _body_key(self.body)

    @property
    def seat(self) -> str:
        """Where the body is, as its key has it: the State's body whose branch it is, the nearest place and the township."""
        return _body_key(self.national) + self._nearest_place() + self.township

    def _nearest_place(self) -> str:
        if not self.county:
            return self.prefecture or self.province
        if self.county not in repeated_counties():
            return self.county
        return (self.prefecture or (self.province if self.province in municipalities() else "")) + self.county


def parse(name: str) -> BodyName:
    """The parts of a body's name."""
    rest = normalised(name)
    national, rest = _starts_with(rest, _names()["national_prefixes"])
    province, rest = _starts_with(rest, [*_places()["provinces"], *municipalities()])
    prefecture, rest = _prefecture(rest)
    county, rest = _county(rest)
    match = _TOWNSHIP.match(rest)
    township = match.group() if match else ""
    return BodyName(
        national, province, prefecture, county, township, _without_repetition(rest.removeprefix(township), county or prefecture)
    )


def _without_repetition(body: str, place: str) -> str:
    """云溪县县政府 is 云溪县政府: the county and, as its own people call it, the county's government."""
    return body.removeprefix(place[-1:]) if re.match(f"{place[-1:]}人民政府", body) else body


def as_printed(name: str) -> str:
    """The name as people write it, without blanks and what stands in brackets beside it."""
    return _BRACKETS.sub("", _SPACE.sub("", unicodedata.normalize("NFKC", name)))


def normalised(name: str) -> str:
    """The name in one way of writing: half-width, without blanks and brackets, 政府 and 街道 written out."""
    text = as_printed(name).removeprefix("中华人民共和国")
    text = re.sub("(?<!人民)政府", "人民政府", text)
    for short, full in _names()["short"].items():
        if text.endswith(short):
            text = text.removesuffix(short) + full
            break
    return text + "办事处" if text.endswith("街道") else text


def adds_only_places(fuller: str, name: str) -> bool:
    """Whether the first of two normalised names is the second with a place, or more of its place, in front."""
    return fuller != name and fuller.endswith(name) and parse(fuller).place.startswith(fuller.removesuffix(name))


@cache
def municipalities() -> frozenset[str]:
    return frozenset(_places()["municipalities"])


@cache
def repeated_counties() -> frozenset[str]:
    return frozenset(_places()["repeated"])


@cache
def cities_with_power() -> frozenset[str]:
    """The cities and autonomous prefectures whose governments make 规章."""
    return frozenset(_listed("cities")) | frozenset(_listed("autonomous_prefectures"))


@cache
def cities() -> frozenset[str]:
    """All cities that stand right under a province."""
    return frozenset(_listed("cities"))


@cache
def ministries() -> frozenset[str]:
    """The keys of the State Council's bodies that make 规章."""
    return frozenset(_body_key(normalised(name)) for name in _state_council()["makes_regulations"])


@cache
def state_bodies() -> frozenset[str]:
    """The keys of all bodies of the State that we know by name."""
    return ministries() | frozenset(_body_key(normalised(name)) for name in _state_council()["others"])


def _body_key(body: str) -> str:
    # 发展和改革局, 发展与改革局 and 发展改革局 are one body; the joining word is left out more often than written alike.
    return _JOINING.sub("", body)


def _starts_with(text: str, names: Iterable[str]) -> tuple[str, str]:
    found = next((name for name in names if text.startswith(name)), "")
    return found, text.removeprefix(found)


def _prefecture(text: str) -> tuple[str, str]:
    """The prefecture in front, also 苏州 before 工业园区."""
    found, rest = _starts_with(text, _prefectures())
    if found:
        return found, rest
    stem = next((city[:-1] for city in _listed("cities") if text.startswith(city[:-1])), "")
    behind = text.removeprefix(stem)
    if stem and behind.startswith(tuple(_names()["zones"])):
        return f"{stem}市", behind
    return "", text


def _county(text: str) -> tuple[str, str]:
    found, rest = _starts_with(text, _places()["inner_suffix"])
    if found:
        return found, rest
    match = _COUNTY.match(text)
    if match is None or _is_no_place(match.group()):
        return "", text
    return match.group(), text[match.end() :]


def _is_no_place(printed: str) -> bool:
    return printed in _places()["not_places"] or printed.endswith(tuple(_places()["zone_ends"])) or "人民政府" in printed


@cache
def _prefectures() -> tuple[str, ...]:
    return (*_listed("cities"), *_listed("autonomous_prefectures"), *_listed("areas"))


@cache
def _listed(kind: str) -> tuple[str, ...]:
    return tuple(name for names in _places()[kind].values() for name in names)


@cache
def _places() -> dict[str, Any]:
    places: dict[str, Any] = data_file(__package__, "places.yaml")
    return places


@cache
def _names() -> dict[str, Any]:
    names: dict[str, Any] = data_file(__package__, "names.yaml")
    return names


@cache
def _state_council() -> dict[str, Any]:
    council: dict[str, Any] = data_file(__package__, "state_council.yaml")
    return council
