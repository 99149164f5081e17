"""The catalogue is complete, and a wrong one is refused."""

import copy
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

import pytest

from expectations.catalogue import WrongCatalogue, catalogue, read_catalogue, rule_from
from expectations.diagnoses import DIAGNOSES
from expectations.entries import SHAPES
from gouji.form import NAMES, form

ENTRY: Mapping[str, Any] = {
    "name": "permits-blank", "severity": "warning", "status": "trial", "forms": ["2021"], "basis": "表式", "since": "0.1.0",
    "frame": "figures", "shape": "present", "column": "printed", "where": {"row": "permits"},
    "title": {"zh": "许可空白", "en": "Permits blank"}, "message": {"zh": "{where}空白。", "en": "{where} is blank."},
    "explanation": {"zh": "许可数应填。", "en": "Permits are due."}, "fix": {"zh": "填上。", "en": "Fill it in."},
}  # fmt: skip


def _with(**changes: Any) -> dict[str, Any]:
    return {**copy.deepcopy(dict(ENTRY)), **changes}


def test_an_entry_of_a_known_shape_is_a_rule() -> None:
    rule = rule_from(ENTRY)
    assert (rule.name, rule.mendable, rule.trial, rule.where) == ("permits-blank", True, True, {"row": "permits"})


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"colour": "red"}, "colour is no key"),
        ({"identity": "applications-balance"}, "identity is no key"),
        ({"severity": "fatal"}, "severity fatal is unknown"),
        ({"forms": ["2007"]}, "form 2007 is unknown"),
        ({"needs": ["luck"]}, "need luck is unknown"),
        ({"frame": "cells"}, "frame cells is unknown"),
        ({"shape": "beautiful"}, "shape beautiful is unknown"),
        ({"column": "prnted"}, "frame figures has no prnted"),
        ({"where": {"rwo": "permits"}}, "frame figures has no rwo"),
        ({"title": {"zh": "许可空白"}}, "title is not said in both languages"),
        ({"fix": {"zh": "填上。", "en": ""}}, "fix is not said in both languages"),
        ({"message": {"zh": "{where}空白。", "en": "{left_sum} is blank."}}, "message names {left_sum}"),
        ({"shape": "identity", "identity": "nothing", "frame": "form_rows", "column": None}, "column is no key"),
        ({"kind": "diagnosis"}, "column is no key"),
    ],
)
def test_a_wrong_entry_is_refused_with_its_name_and_what_is_wrong(changes: dict[str, Any], complaint: str) -> None:
    with pytest.raises(WrongCatalogue, match="permits-blank") as refused:
        rule_from(_with(**changes))
    assert complaint in str(refused.value)


def test_a_missing_key_is_refused() -> None:
    entry = {key: value for key, value in ENTRY.items() if key != "basis"}
    with pytest.raises(WrongCatalogue, match="basis is missing"):
        rule_from(entry)


def test_an_identity_that_no_form_has_is_refused() -> None:
    entry = {**_with(shape="identity", identity="applications-beauty", frame="form_rows"), "where": {}}
    del entry["column"]
    with pytest.raises(WrongCatalogue, match="no form has the identity applications-beauty"):
        rule_from(entry)


def test_a_rule_that_yields_to_nothing_known_is_refused() -> None:
    text = "- {name: a, kind: diagnosis, severity: info, status: trial, forms: ['2021'], basis: b, since: 0.1.0, explains: [nobody], " \
        "title: {zh: 题, en: t}, explanation: {zh: 释, en: e}, fix: {zh: 改, en: f}}"  # fmt: skip
    with pytest.raises(WrongCatalogue, match="names nobody"):
        read_catalogue([text])


def test_every_identity_of_the_forms_has_its_rule() -> None:
    named = {rule.parameters.get("identity") for rule in catalogue().judging()}
    assert {name for f in NAMES for name in form(f).identities} == named - {None}


def test_every_diagnosis_is_known_to_the_code() -> None:
    assert {rule.name for rule in catalogue().rules if rule.kind == "diagnosis"} == set(DIAGNOSES)


def test_every_shape_is_built() -> None:
    from expectations.shapes import SHAPES as BUILT  # importing it registers the expectations

    assert set(BUILT) == set(SHAPES)


def test_listing_the_rules_imports_neither_great_expectations_nor_pandas() -> None:
    script = "import sys; from expectations.catalogue import catalogue; catalogue(); print({'great_expectations', 'pandas', 'prefect'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
