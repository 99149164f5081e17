"""One row a place that names the body, beside the body that the title names."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from expectations.frames.kind import TEXT, Case, Cell, NotJudged, Record, Told, text
from expectations.rule import Rule
from gouji.agencies.naming import normalised
from gouji.report import Sign
from gouji.words import words

_OFFICE = re.compile(r"(?<=政府)办公[室厅]$")
_GOVERNMENT = re.compile(r"(?<=[省市区县旗乡镇州盟])(?:人民)?政府$")
# A unit inside the body, which answers the telephone and often signs (请与某局办公室联系): never words that make another body.
_UNIT = re.compile("[^省市区县旗局委厅院镇乡村街府]{0,10}(?:办公[室厅]|中心|[办科股处室组])")
# Under a government, or behind a place alone, many offices are bodies of their own (外事办公室); these are its working offices.
_OFFICE_OF_GOVERNMENT = re.compile(
    "(?:办公[室厅]|(?:党政|综合|秘书|政务公开|政府信息公开|信息公开)[^局委厅院队]{0,6}(?:办公[室厅]|[办科股室处]))(?:[^局委厅院队]{0,8}[办科股室处组])?"
)
_PLACE = tuple("省市区县旗乡镇州盟村")
# The page's publisher and the file's name are often not the author's.
_ELSEWHERE = ("preamble", "contact", "signature")


class NamesFrame:
    name = "names"
    columns = {"place": TEXT, "title_body": TEXT, "other_body": TEXT, "title_printed": TEXT, "other_printed": TEXT}
    offers = frozenset({"where", "printed", "expected"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        signs = case.report.agency.signs
        title = next((sign for sign in signs if sign.kind == "title"), None)
        others = [sign for sign in signs if sign.kind in _ELSEWHERE]
        if title is None:
            yield NotJudged("title-agency", "no-title-body")
        elif not others:
            yield NotJudged("title-agency", "title-alone")
        else:
            yield from (_row(case, title, other) for other in others)

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        return ()

    def section(self, record: Record) -> int | None:
        return None

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        known = case.dossier.agency is not None and case.dossier.agency.source == "roster"
        if not known and any(_may_abbreviate(text(r, "title_body"), text(r, "other_body")) for r in records):
            return ("abbreviation",)
        return ()

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        return None

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        title, other = text(records[0], "title_printed"), text(records[0], "other_printed")
        where = words(f"judging.sign-{records[0]['place']}")
        kinds = {"title", *(record["place"] for record in records)}
        places = tuple(sign.place for sign in case.report.agency.signs if sign.kind in kinds and sign.place)
        return Told({"where": where, "printed": title, "expected": other}, other, title, places, spot=f"{_flat(title)}|{_flat(other)}")


def _row(case: Case, title: Sign, other: Sign) -> tuple[Cell, ...]:
    one, two = _known(case, title.value), _known(case, other.value)
    if same_body(one, two):
        one = two = max(one, two, key=len)
    return other.kind, one, two, title.value, other.value


def _known(case: Case, name: str) -> str:
    """The name in one shape: the agency's own for its aliases, a government's for its office."""
    agency = case.dossier.agency
    flat = _flat(name)
    if agency and flat in {_flat(alias) for alias in (agency.name, normalised(agency.name), *agency.aliases)}:
        flat = _flat(agency.name)
    return _OFFICE.sub("", flat)


def same_body(one: str, other: str) -> bool:
    """Whether two names can be one body's: with or without its place, 人民政府 said or left out."""
    a, b = sorted((_GOVERNMENT.sub("", one), _GOVERNMENT.sub("", other)), key=len)
    return b.endswith(a) or _is_unit(*sorted((one, other), key=len))


def _is_unit(body: str, name: str) -> bool:
    """Whether the name is the body's own with that of a unit inside it behind; a town's 党政办 leaves 人民政府 out."""
    governs = bool(_GOVERNMENT.search(body))
    spellings = (body, _GOVERNMENT.sub("", body)) if governs else (body,)
    units = [unit for spelling in spellings for _, found, unit in [name.rpartition(spelling)] if found]
    return any((_OFFICE_OF_GOVERNMENT if governs or body[-1:] in _PLACE else _UNIT).fullmatch(unit) for unit in units)


def _may_abbreviate(one: str, other: str) -> bool:
    """Whether the shorter name's signs all stand in the longer one, in order: 卫健委 in 卫生健康委员会."""
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return all(sign in rest for sign in short)


def _flat(name: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", name))
