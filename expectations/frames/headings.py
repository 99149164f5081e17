"""The words of section headings: what is compared, and what the forms and the Regulations call each section."""

import re
from functools import cache, lru_cache

from expectations.frames.kind import Case
from gouji.data import data_file
from gouji.form import form
from gouji.recognition.normal import bare, plain
from gouji.recognition.ordinals import ordinal_of

# What makes a heading longer and no other: whose work it is, and joining words.
_FILLING = re.compile(
    "政府信息公开工作(?:被|中)?|政府信息公开|政务公开|信息公开|行政机关|政府信息|工作|年度|本年|因|被申请|提起|主要|存在的?|[的及和与]|情况"
)
_TRADITIONAL = re.compile("[況報開動訟復議訴進處請項總體問題]")


@lru_cache(maxsize=1000)
def wording(heading: str) -> str:
    """A heading's words without its numeral, blanks and signs."""
    flat = plain(heading)
    ordinal = ordinal_of(flat)
    return bare(ordinal.words if ordinal else flat)


def asked_for(case: Case, number: int) -> list[str]:
    """The wordings that a heading may have: the form's, and under the trial form those of Article 50 as well."""
    year = case.report.report_year
    return list(_asked_for(case.form.name, number, case.form.name == "2019" or (year is not None and year <= 2020)))


@cache
def _asked_for(form_name: str, number: int, trial: bool) -> tuple[str, ...]:
    found = [section.heading for section in form(form_name).sections if section.number == number]
    return tuple(bare(name) for name in (*found, *(_wordings()["trial"].get(number, []) if trial else ())))


def likeness_of_meaning(printed: str, due: str) -> bool:
    """Whether two wordings differ in nothing but whose work they speak of."""
    one, other = (_FILLING.sub("", _alike(words)) for words in (printed, due))
    return one == other or printed in {bare(name) for names in _wordings()["trial"].values() for name in names}


def _alike(words: str) -> str:
    """其它 is 其他, and a remedy is one by whichever word."""
    return words.replace("其它", "其他").replace("整改", "改进").replace("措施", "情况")


def converted(printed: str) -> bool:
    """Whether the words are in traditional script: a mirror's, not the office's."""
    return bool(_TRADITIONAL.search(printed))


@cache
def _wordings() -> dict[str, dict[int, list[str]]]:
    found: dict[str, dict[int, list[str]]] = data_file("expectations.frames", "headings.yaml")
    return found
