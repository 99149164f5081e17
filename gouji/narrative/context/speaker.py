"""Who reports, and whose words a paragraph is in."""

import re
from dataclasses import dataclass
from functools import cached_property

from gouji.narrative.claim import Scope
from gouji.narrative.context.called import LEVELS, may_be, short_names
from gouji.narrative.sentence.lexicon import Token
from gouji.report import Report

TOWNS = ("镇", "乡", "苏木")

# 清沐经济开发区管理委员会: it runs its zone as a government does; that of a park or of waters has other work, and lies in another 区.
_OF_A_ZONE = re.compile("(?<![景胜护假灌库林矿校社小])区(?:管理委员会|管委会)$")

_LEVELS = {"市": "市", "县": "县", "区": "区", "省": "省", "州": "州", "旗": "旗", "盟": "盟", "镇": "镇", "乡": "乡", "木": "苏木"}


@dataclass(frozen=True)
class Speaker:
    """Who reports: the body's name, whether the report is a whole government's or an office's, and the year.

    `both`: an office's that is its government's own too, without the other bodies of its area.
    """

    name: str
    year: int | None
    both: bool = False

    @cached_property
    def government(self) -> bool:
        return self.name.endswith(("政府", "盟行政公署"))

    @cached_property
    def office(self) -> bool:
        return self.name.endswith(("政府办公室", "政府办公厅", "府办公室", "政府办"))

    @cached_property
    def office_of(self) -> str:
        """The levels of which its office may be called: 区 of 播州区人民政府办公室, any of what is no office."""
        place = re.sub("(?:人民政府|政府|府)办(?:公[室厅])?$", "", self.name)
        return place[-1:] if self.office and place[-1:] in LEVELS else "".join(LEVELS)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What this body may be called for short, the longest first: 云溪县柳汀镇人民政府, 云溪县柳汀镇, 柳汀镇."""
        return short_names(self.name) if not self.both else (*short_names(self.name), *self._of_its_government)

    @cached_property
    def _of_its_government(self) -> tuple[str, ...]:
        return short_names(re.sub("办公?[室厅]$", "", self.name)) if self.both else ()

    def of_its_whole(self, voice: "Voice") -> bool:
        """Whether a voice may be of more than the tables: of a government's whole area with all bodies in it, or of several years.

        A town has no bodies that report apart.
        """
        return voice.running or (self.over_others and voice.collective and voice.subject is Scope.OWN)

    @cached_property
    def over_others(self) -> bool:
        """Whether this is a government, or a zone's committee, with bodies below it that report apart."""
        return self.level not in ("", *TOWNS)

    @cached_property
    def reviews_nothing(self) -> bool:
        """Whether this is a town's or a sub-district's office, over which others review."""
        return self.level in TOWNS or self.name.endswith(("街道", "街道办事处", *TOWNS))

    @cached_property
    def level(self) -> str:
        """全市 is a city government's own: the last sign of the place before 人民政府; 我区 is that of a zone's committee."""
        if _OF_A_ZONE.search(self.name):
            return "区"
        place = self.name.removesuffix("行政公署").removesuffix("政府").removesuffix("人民")
        return _LEVELS.get(place[-1:], "") if self.government else ""

    @cached_property
    def _places(self) -> re.Pattern[str] | None:
        """The places in the body's name, where a text speaks of them and of no body in them."""
        zone = self.name.removesuffix("委员会").removesuffix("管理")
        places = re.findall(r"[一-龥]{1,6}?(?:市|县|区|省|州|旗)", self.name)
        if zone != self.name:
            places = [place for place in places if not zone.endswith(place)]  # 深汕特别合作区共收到, of its committee
        if not places:
            return None
        names = "|".join(re.escape(place) for place in sorted({*places, "".join(places)}, key=len, reverse=True))
        return re.compile(
            rf"(?:{names})(?!人民政府|政府(?!信息|系统)|县|市|区|[^,。;]{{0,10}}?(?:局|委|厅|办(?!理|结|复|件)|处(?!理|罚)|镇|乡|街道|所(?!有|收)|中心|队))"
        )

    def places_in(self, text: str, start: int, end: int) -> list[Token]:
        """A place named alone, as a word for all of it: 松陂县共收到……"""
        if self._places is None:
            return []
        found = self._places.finditer(text, start, end)
        return [Token("area", match.group()[-1], match.start(), match.end()) for match in found]

    def is_named(self, text: str) -> bool:
        """Whether a text names this body in full."""
        return bool(self.name) and self.name in text

    def is_called(self, name: str) -> bool:
        """Whether a short name may be this body's: its signs in their order, the last one the same."""
        return may_be(self.name, name) or name in self._of_its_government


# 播州区人民政府（区人民政府办公室）
_BOTH = re.compile("(?P<government>.+政府)[(（](?:[^()（）]*政府办|[^()（）]*府办)(?:公[室厅])?[)）]")


def speaker(report: Report) -> Speaker:
    """Who speaks in a report."""
    name = report.agency.value or ""
    both = _BOTH.fullmatch(name)
    return Speaker(f"{both['government']}办公室" if both else name, report.report_year, both is not None)


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose numbers follow, and of which span of time. `collective`: a government, an area or an office speaks, no named body.

    `running`: 累计 without a word on since when, which may be more than one year.
    """

    subject: Scope = Scope.OWN
    span: Scope = Scope.OWN
    collective: bool = False
    running: bool = False

    @property
    def scope(self) -> Scope:
        return max(self.subject, self.span, key=RANKS.index)


RANKS = (Scope.OWN, Scope.UNCLEAR, Scope.OTHER)
