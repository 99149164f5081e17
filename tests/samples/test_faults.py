"""Every rule of the catalogue has its smallest fault and its nearest sound neighbour."""

import pytest

from expectations.catalogue import catalogue
from gouji.form import form
from samples import Variant, faulty, variants
from samples.faults import VARIANTS, base, rules

ALL = list(variants())


def named(variant: Variant) -> str:
    return f"{variant.rule}-{variant.name}"


def test_every_rule_of_the_catalogue_has_its_samples() -> None:
    wanted = {rule.name for rule in catalogue().rules if rule.kind == "rule"}
    assert wanted == set(rules())


@pytest.mark.parametrize("rule", rules())
def test_every_rule_has_a_smallest_fault_that_it_finds_and_a_neighbour_that_it_does_not(rule: str) -> None:
    assert [find.rule for find in faulty(rule).finds] == [rule]
    assert rule not in [find.rule for find in faulty(rule, "neighbour").finds]


@pytest.mark.parametrize("variant", ALL, ids=named)
def test_a_variant_expects_rules_and_figures_that_there_are(variant: Variant) -> None:
    known = {*form(variant.sample.form).figure_ids(), *variant.sample.figures}
    assert variant.name in VARIANTS
    for find in variant.finds:
        assert find.rule in rules()
        assert set(find.figures) <= known
        assert not (variant.name == "doubtful" and find.rule == variant.rule and not find.doubt)


@pytest.mark.parametrize("variant", ALL, ids=named)
def test_a_variant_differs_from_a_sound_report(variant: Variant) -> None:
    assert variant.sample != base() or variant.previous or variant.twin or variant.name == "neighbour"


def test_a_fault_of_the_figures_changes_a_few_cells_only() -> None:
    sound = base().figures
    for rule in ("applications-row-sum", "applications-concluded-sum", "applications-balance", "proceedings-sum"):
        fault = faulty(rule).sample.figures
        assert 1 <= sum(fault[name] != sound[name] for name in sound) <= 2
