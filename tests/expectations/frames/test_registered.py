"""The number of 规章 in force, beside those that somebody counted in the public list."""

from datetime import date

import pytest

from expectations.frames.kind import Case, NotJudged
from expectations.frames.registered import RegisteredFrame
from gouji.dossier import Dossier
from gouji.publication import Publication, Stage
from tests.builders import agency, dossier, sound_report, with_figure

_IN_FORCE = "disclosure.regulations.in_force"


def counted(day: date | None, *, makes: bool | None = True, published: date | None = None, number: int | str = 5) -> Dossier:
    """A city whose public list had six of them that day; the report is signed on 18 January 2024."""
    city = agency("临河市人民政府", kind="设区的市", makes_regulations=makes, registered_regulations=6, registered_on=day)
    out = Publication("city", "report", Stage.PUBLISHED, published) if published else None
    return dossier(with_figure(sound_report(published_on=None), _IN_FORCE, number), agency=city, publication=out)


def rows(given: Dossier) -> list[object]:
    return list(RegisteredFrame().rows(Case(given)))


@pytest.mark.parametrize("day", [date(2023, 12, 31), date(2024, 1, 18)])
def test_a_list_seen_between_the_years_end_and_the_report_is_beside_it(day: date) -> None:
    assert rows(counted(day)) == [(5.0, 6.0)]


def test_what_was_published_later_than_it_was_signed_is_beside_a_list_seen_until_then() -> None:
    assert rows(counted(date(2024, 1, 25), published=date(2024, 1, 26))) == [(5.0, 6.0)]


@pytest.mark.parametrize("day", [date(2023, 12, 30), date(2024, 1, 19)])
def test_a_list_seen_on_another_day_says_nothing(day: date) -> None:
    assert rows(counted(day)) == [NotJudged("regulations-list", "counted-another-day")]


def test_without_a_day_nothing_is_compared() -> None:
    assert rows(counted(None)) == [NotJudged("regulations-list", "not-counted-there")]


@pytest.mark.parametrize("makes", [False, None])
def test_a_body_that_makes_none_or_of_which_it_is_not_known_is_not_asked(makes: bool | None) -> None:
    assert rows(counted(date(2024, 1, 5), makes=makes)) == []


def test_a_mark_in_the_cell_is_no_number_to_compare() -> None:
    assert rows(counted(date(2024, 1, 5), number="/")) == [
        NotJudged("regulations-list", "figure-no-number", "figure", "disclosure", _IN_FORCE)
    ]
