"""What the scorer makes of judgements."""

from dataclasses import replace

from gouji.finding import Finding, Severity, Verdict
from gouji.judgement import Judgement
from tests.gouji.findings import finding
from tests.narrative_corpus.corpus import Entry
from tests.narrative_corpus.score import Result, result, rows

ENTRY = Entry(
    id="x-received-says-01-false-1", text="收到政府信息公开申请3件。", kind="false", quantity="received", rule="narrative-received",
    rules=("narrative-received", "narrative-parts"), expect="accuse", why=None, year=2023, body="清沐县水务局", body_kind="部门",
    section=1, style="plain", lies={}, figures={}, previous={},
)  # fmt: skip
ACCUSED = replace(finding(), rule="narrative-received", severity=Severity.WARNING, doubt=False, also=())
DOUBTED = replace(ACCUSED, doubt=True)
OTHER = replace(ACCUSED, rule="narrative-fees")


def came_of(entry: Entry, *findings: Finding, trial: tuple[Finding, ...] = ()) -> Result:
    return result(entry, Judgement(Verdict.PASS, findings, (), trial))


def test_a_false_sentence_is_found_where_its_rule_accuses_alone_or_as_one_of_several() -> None:
    joined = replace(ACCUSED, rule="applications-balance", also=("narrative-parts",))
    assert [came_of(ENTRY, f).what for f in (ACCUSED, joined)] == ["found", "found"]
    assert [came_of(ENTRY, *f).besides for f in ((ACCUSED,), (ACCUSED, OTHER))] == [False, True]


def test_another_rule_does_not_find_it_and_doubt_or_trial_are_only_hints() -> None:
    assert [came_of(ENTRY, f).what for f in (OTHER, DOUBTED)] == ["elsewhere", "hinted"]
    assert came_of(ENTRY, trial=(ACCUSED,)).what == "hinted"
    assert came_of(ENTRY).what == "silent"


def test_accusing_what_is_true_scoped_or_explained_is_unjust() -> None:
    spared = (
        replace(ENTRY, kind="true"),
        replace(ENTRY, kind="scoped"),
        replace(ENTRY, kind="unrelated"),
        replace(ENTRY, expect="lenient"),
    )
    assert [came_of(entry, OTHER).unjust for entry in (ENTRY, *spared)] == [False, True, True, True, True]
    assert [came_of(entry, DOUBTED).unjust for entry in spared] == [False] * 4


def test_a_hint_is_enough_where_the_rule_itself_only_hints() -> None:
    hinting = replace(ENTRY, expect="hint")
    assert [came_of(entry, DOUBTED).met for entry in (ENTRY, hinting)] == [False, True]
    assert [came_of(entry, ACCUSED).met for entry in (ENTRY, hinting)] == [True, True]


def test_recall_counts_false_sentences_and_precision_accusations() -> None:
    true = replace(ENTRY, kind="true")
    found = rows(
        [came_of(ENTRY, ACCUSED), came_of(ENTRY), came_of(true, ACCUSED), came_of(true), came_of(replace(ENTRY, expect="lenient"))]
    )
    assert list(found) == ["received", "all"]
    assert (found["all"].recall, found["all"].precision) == (0.5, 0.5)
