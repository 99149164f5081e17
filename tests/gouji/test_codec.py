"""Reports and judgements survive being kept."""

import json

from gouji.codec import from_json, to_json
from gouji.finding import NotChecked, Verdict, Words
from gouji.judgement import Judgement
from tests.builders import agency, sound_report, with_doubt, with_figure
from tests.gouji.findings import finding


def test_a_report_comes_back_as_it_was() -> None:
    report = with_doubt(with_figure(sound_report(), "applications.received.total", "12.50"), "applications.received.business")
    again = from_json(json.loads(json.dumps(to_json(report))))
    assert again == report
    assert str(again.figures["applications.received.total"].value) == "12.50"


def test_a_judgement_comes_back_as_it_was() -> None:
    missing = NotChecked("carry-over-continuity", Words("没有上年报告", "no report of last year"))
    judgement = Judgement(
        Verdict.FAIL, (finding(),), (missing,), held={"proceedings-sum": 3}, results=({"success": False, "n": [1, None]},)
    )
    assert from_json(json.loads(json.dumps(to_json(judgement))), Judgement) == judgement


def test_an_agency_comes_back_as_it_was() -> None:
    known = agency(makes_regulations=None, aliases=("水务局",))
    assert from_json(to_json(known), type(known)) == known


def test_characters_that_are_none_survive() -> None:
    odd = Words("甲\ud800\x00", "a")
    assert from_json(json.loads(json.dumps(to_json(odd))), Words) == odd
