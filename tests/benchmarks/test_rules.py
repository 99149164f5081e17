"""What the rules find in the samples is held against what they found before."""

import json

import pytest

from benchmarks.rules import SUMMARY, differences, main


def test_what_is_new_gone_and_changed_is_named_with_examples() -> None:
    before = {"a": {"one": ["error: 1→2"], "two": ["doubt: 3→4"]}, "b": {"one": ["warning: →"]}}
    after = {"a": {"two": ["error: 3→4"], "three": ["error: 5→6"]}, "b": {"one": ["warning: →"]}}
    assert list(differences(before, after)) == [
        "a: new 1, gone 1, changed 1",
        "  new in three: error: 5→6",
        "  gone in one: error: 1→2",
        "  changed in two: error: 3→4",
    ]
    assert list(differences(before, before)) == []


def test_the_committed_summary_names_what_the_sound_samples_give() -> None:
    kept = json.loads(SUMMARY.read_text("utf-8"))
    assert [rule for rule, reports in kept.items() if any(name.startswith("sound-") for name in reports)] == []


@pytest.mark.long
def test_the_committed_summary_is_what_the_samples_give_now(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0, capsys.readouterr().out
