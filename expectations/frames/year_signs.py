"""Which year the title shows, and which the other places of a report."""

from collections import Counter
from collections.abc import Sequence

from gouji.report import Report, Sign

# A file's name is chosen by whoever stored it, and the years in the text are many: neither outweighs title or period.
_WITNESSES = ("given", "period", "signature", "preamble", "contact", "page", "text")


def title_year(report: Report) -> int | None:
    """The year in the title."""
    return next((int(sign.value) for sign in report.year.signs if sign.kind == "title"), None)


def shown_year(report: Report) -> int | None:
    """The year that places other than the title show: the report's, unless that rests on the title against them."""
    others = [sign for sign in report.year.signs if sign.kind in _WITNESSES]
    if not others:
        return None
    if report.year.value and any(sign.value == report.year.value for sign in others):
        return int(report.year.value) if report.year.sure else _against(others, title_year(report))
    return _against(others, None)


def _against(others: Sequence[Sign], title: int | None) -> int:
    """What most of the others say; on a tie the one that speaks against the title, for that is the question to ask."""
    votes = Counter(int(sign.value) for sign in others)
    return max(votes, key=lambda year: (votes[year], year != title))


def witnesses(report: Report, year: int | None) -> list[Sign]:
    """The places that show this year, one of each kind."""
    by_kind = {sign.kind: sign for sign in report.year.signs if sign.kind in _WITNESSES and sign.value == str(year)}
    return list(by_kind.values())
