"""Sound reports are sound, by plain arithmetic."""

import pytest

from gouji.form import form
from samples.bodies import KINDS, bodies
from samples.figures import sums
from samples.prose import _count
from samples.sample import Sample
from samples.sound import COLUMNS, any_sound, following, sound


@pytest.mark.parametrize("seed", range(60))
def test_every_identity_of_the_form_holds_in_a_sound_report(seed: int) -> None:
    assert broken_sums(any_sound(seed)) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("year", range(2019, 2026))
def test_any_kind_of_body_reports_on_any_year_in_that_years_form(kind: str, year: int) -> None:
    sample = sound(kind=kind, year=year, size="small", seed=year)
    assert sample.kind == kind
    assert sample.form == ("2021" if year >= 2021 else "2019")
    assert set(sample.figures) == set(form(sample.form).figure_ids())
    assert f"{year}年" in sample.title
    assert f"{year}年1月1日" in sample.narrative()
    assert sample.signed_on is not None
    assert sample.signed_on.year == year + 1


def test_the_2021_form_has_two_hundred_figures() -> None:
    assert len(sound(year=2023).figures) == 200


def test_a_report_of_size_zero_received_nothing_and_says_so() -> None:
    for seed in range(12):
        sample = sound(year=2024, size="zero", seed=seed)
        assert {text for name, text in sample.figures.items() if not name.startswith("disclosure.")} == {"0"}
        assert "申请0件" in sample.narrative() or "未收到" in sample.narrative() or "没有公民" in sample.narrative()


def test_a_large_report_has_thousands_of_applications() -> None:
    assert all(int(sound(kind="省", size="large", seed=seed).figures["applications.received.total"]) > 1000 for seed in range(5))


@pytest.mark.parametrize("seed", range(40))
def test_the_text_says_what_the_tables_print(seed: int) -> None:
    sample = any_sound(seed)
    received = sample.figures["applications.received.total"]
    text = sample.part(1).paragraphs[2]
    assert f"申请{received}件" in text or received == "0"
    reconsiderations = sample.figures["proceedings.reconsideration.total"]
    assert f"行政复议{reconsiderations}件" in text or f"行政复议案件{reconsiderations}件" in text or reconsiderations == "0"


def test_only_bodies_with_the_power_have_regulations() -> None:
    for kind in KINDS:
        sample = sound(kind=kind, year=2024, size="medium", seed=2)
        power = any(body.regulations for body in bodies(kind))
        assert (_count(sample.figures["disclosure.regulations.in_force"]) > 0) == power


def test_no_more_documents_are_issued_than_are_in_force_or_were_repealed() -> None:
    for seed in range(40):
        figures = sound(year=2023, kind=KINDS[seed % len(KINDS)], size="medium", seed=seed).figures
        for row in ("regulations", "normative_documents"):
            issued, repealed, in_force = (int(figures[f"disclosure.{row}.{c}"]) for c in ("issued", "repealed", "in_force"))
            assert issued <= in_force + repealed


@pytest.mark.parametrize("year", [2019, 2020, 2021, 2023])
def test_the_next_years_report_takes_up_what_was_carried_over(year: int) -> None:
    first = sound(year=year, size="large", seed=9)
    second = following(first, size="large", seed=9)
    assert (second.agency, second.year) == (first.agency, first.year + 1)
    for column in (*COLUMNS, "total"):
        assert second.figures[f"applications.carried_in.{column}"] == first.figures[f"applications.carried_out.{column}"]
    assert broken_sums(second) == []


def test_the_same_seed_gives_the_same_report_and_another_seed_another() -> None:
    assert any_sound(5) == any_sound(5)
    assert sound(seed=1).figures != sound(seed=2).figures


def test_sentences_vary_with_the_kind_of_body() -> None:
    assert len({sound(kind=kind, seed=1).part(1).paragraphs[0] for kind in KINDS}) == len(KINDS)


def broken_sums(sample: Sample) -> list[str]:
    """The totals of Tables 3 and 4 that are not the sum of their parts, and the columns that do not balance."""
    of, counts = form(sample.form), {name: int(text) for name, text in sample.figures.items() if not name.startswith("disclosure.")}
    names = ("applications-concluded-sum", "applications-row-sum", "proceedings-sum")
    wrong = [
        total
        for name in names
        for total, parts in sums(of.identities[name], of)
        if counts[total] != sum(counts.get(part, 0) for part in parts)
    ]
    balance = of.identities["applications-balance"]
    for column in (*COLUMNS, "total"):
        left, right = (sum(counts[f"applications.{row}.{column}"] for row in side) for side in (balance.left, balance.right))
        wrong += [f"balance of {column}"] if left != right else []
    return wrong
