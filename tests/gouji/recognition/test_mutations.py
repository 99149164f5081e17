"""Whatever is done to the tables, no figure is read surely from a cell that prints another."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gouji.recognition import recognise
from gouji.report import State

from .mutations import MUTATIONS, disturbed, mutated

quickly = settings(derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
seeds = st.integers(min_value=0, max_value=10**9)


def wrong(seed: int, most: int) -> tuple[list[str], list[str], list[str]]:
    """What was done, the figures that were read surely and wrong, and those that vanished without a word."""
    made = mutated(seed, most)
    report = recognise(made.document)
    misread = made.misread(report)
    lost = made.lost(report)
    return (made.steps if misread or lost else []), misread, lost


@pytest.mark.parametrize("name", sorted(MUTATIONS))
def test_one_disturbance_of_a_kind_makes_no_figure_surely_wrong(name: str) -> None:
    for seed in range(6):
        made = disturbed(seed, name)
        report = recognise(made.document)
        assert (made.steps, made.misread(report), made.lost(report)) == (made.steps, [], [])


@given(seeds)
@settings(quickly, max_examples=60)
def test_several_disturbances_make_no_figure_surely_wrong(seed: int) -> None:
    assert wrong(seed, most=3) == ([], [], [])


@pytest.mark.long
@pytest.mark.timeout(7200)
@given(seeds)
@settings(quickly, max_examples=6000)
def test_thousands_of_disturbed_reports_make_no_figure_surely_wrong(seed: int) -> None:
    assert wrong(seed, most=3)[1] == []


@given(seeds)
@settings(quickly, max_examples=10)
def test_tables_left_in_peace_are_read_whole_and_surely(seed: int) -> None:
    report = recognise(mutated(seed, most=0).document)
    assert {(figure.state, figure.sure) for figure in report.figures.values()} == {(State.NUMBER, True)}
    assert not any(table.doubts or table.strangers for table in report.tables.values())
