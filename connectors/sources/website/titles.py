"""Which links of a page are annual reports on disclosure, and of which year."""

import re
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from gouji.data import data_file

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_REPORT = re.compile(r"(?:信息|政务)公开.{0,12}(?:报告|年报)|年.{0,4}(?:信息|政务)公开.{0,6}(?:报告|年报)")
# In a column of reports the title may leave out what they are about: 某局2025年年度报告, 2025年年报.
_SHORT = re.compile(r"年度?(?:工作)?报告|年报")
# What stands in the title of any report, and between its words.
_OF_ANY_REPORT = re.compile(r"20\d\d|年度|年报|年|政府|政务|信息|公开|工作|报告|专栏|[^\w]|_")
# A title that the list cut off, of which only the beginning can be read.
_CUT = re.compile(r"20\d\d年?度?.{0,12}(?:信息|政务)公开|(?:信息|政务)公开.{0,4}20\d\d")


def is_report(title: str, *, in_column: bool) -> bool:
    """Whether the title names a report; in a column of reports less has to be said."""
    flat = "".join(title.split())
    if any(other in flat for other in _facts()["others"]):
        return False
    cut = flat.endswith(("...", "…", "．．．"))
    named = _REPORT.search(flat) or (_CUT.search(flat) if cut else None)
    if named:
        # 政府信息公开年报 alone is the name of a column; with a body before it, it is a title that forgot the year.
        return report_year(flat) is not None or (in_column and named.start() > len("政府"))
    return in_column and report_year(flat) is not None and bool(_SHORT.search(flat))


def why_left_out(title: str, *, in_column: bool) -> str | None:
    """Why a title that speaks of reports is not taken for one: what else it is, or `no-year`, `years`; None for any other link."""
    flat = "".join(title.split())
    if flat in _facts()["columns"] or not (_REPORT.search(flat) or (in_column and _SHORT.search(flat))):
        return None
    other = next((other for other in _facts()["others"] if other in flat), None)
    if other is not None:
        return str(other)
    if is_report(title, in_column=in_column) or _is_name_of_a_column(flat):
        return None
    return "years" if len(set(_YEAR.findall(flat))) > 1 else "no-year"


def _is_name_of_a_column(flat: str) -> bool:
    """政府信息公开年报, 年度报告: what stands in every site's navigation."""
    return any(flat.endswith(name) and len(flat) <= len(name) + len("政府") for name in _facts()["columns"])


def report_year(title: str) -> int | None:
    """The one year that the title names; None for none or several."""
    years = set(_YEAR.findall(title))
    return int(years.pop()) if len(years) == 1 else None


def names_no_body(title: str) -> bool:
    """Whether the title says of which year and what, and of nobody: 2024年政府信息公开年报, 各部门2024年年度报告."""
    return not _OF_ANY_REPORT.sub("", re.sub("|".join(_facts()["groups"]), "", "".join(title.split())))


def is_column(said: str) -> bool:
    """Whether what a page says of itself makes it a column of reports."""
    return any(name in said for name in _facts()["columns"])


def is_place_of_reports(url: str) -> bool:
    """Whether an address lies where sites keep their reports, by the names that columns have in addresses."""
    folders = urlsplit(url).path.lower().split("/")
    return any(name in folder for folder in folders for name in _facts()["addresses"])


def is_list_page(url: str) -> bool:
    """Whether an address is that of a column rather than of something in it."""
    name = urlsplit(url).path.rsplit("/", 1)[-1].lower()
    return name == "" or name.startswith(("index.", "index_", "list.", "list_", "default."))


@cache
def _facts() -> dict[str, Any]:
    facts: dict[str, Any] = data_file(__package__, "titles.yaml")
    return facts
