"""The front page's values arranged as its template walks them."""

from collections.abc import Mapping
from dataclasses import dataclass

from expectations.data_docs.pages import KINDS, IndexPage, IndexRow
from expectations.data_docs.viewing import unchecked_by_reason
from expectations.data_docs.views import Unchecked
from gouji.finding import Verdict, Words
from gouji.words.rules import changes_words

# What a person must see first comes first.
ORDER = (Verdict.FAIL, Verdict.REVIEW, Verdict.UNREADABLE, Verdict.PASS)


@dataclass(frozen=True, slots=True)
class IndexView:
    page: IndexPage
    rows: tuple[IndexRow, ...]
    verdicts: Mapping[Verdict, int]
    totals: Mapping[str, int]
    agencies: int
    years: tuple[int, ...]
    unreadable: tuple[IndexRow, ...]
    unchecked: tuple[Unchecked, ...]
    changes: Words | None = None


def index_view(page: IndexPage) -> IndexView:
    """All that the front page shows, the rows in order of verdict, agency and year."""
    rows = tuple(sorted(page.rows, key=_place))
    return IndexView(
        page=page,
        rows=rows,
        verdicts={verdict: sum(row.verdict is verdict for row in rows) for verdict in ORDER},
        totals={kind: sum(row.counts.get(kind, 0) for row in rows) for kind in KINDS},
        agencies=len({row.agency for row in rows if row.agency}),
        years=tuple(sorted({row.year for row in rows if row.year})),
        unreadable=tuple(row for row in rows if row.verdict is Verdict.UNREADABLE),
        unchecked=unchecked_by_reason(page.not_checked, page.titles),
        changes=changes_words(page.changes, page.titles.values()),
    )


def _place(row: IndexRow) -> tuple[int, str, int, str]:
    return ORDER.index(row.verdict), row.name, -(row.year or 0), row.id
