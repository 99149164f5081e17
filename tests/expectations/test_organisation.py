"""An organisation's file: what it makes of the rules, and what it is told where it is wrong."""

import re
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from expectations.catalogue import Catalogue, catalogue
from expectations.conclusion import verdict
from expectations.judging import case_of, judge
from expectations.organisation import rulebook_of
from expectations.organisation.applying import applied
from expectations.organisation.reading import read
from expectations.rule import Rule
from expectations.rulebook import Rulebook, installed
from gouji.customs import Customs, ExtraRow
from gouji.deadlines import Deadlines
from gouji.errors import ConfigError
from gouji.finding import Severity, Verdict
from gouji.report import Stranger, TableReading
from gouji.waivers import Waiver, holding
from tests.builders import dossier, sound_report, with_figures
from tests.expectations.faults import FAULTS

GUIDE = Path(__file__).parents[2] / "docs" / "rules-of-your-own.md"
GUIDE_EXAMPLES = "\n".join(re.findall(r"```toml\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL))
RULE = """
[[local]]
name = "local-slogan"
severity = "warning"
frame = "sentences"
shape = "not-match"
column = "text"
patterns = ['再创佳绩']
where = { section = "1" }
basis = "某市通知"
title = { zh = "口号", en = "Slogan" }
message = { zh = "{where}出现“{printed}”。", en = "{where} says “{printed}”." }
explanation = { zh = "不写口号。", en = "No slogans." }
fix = { zh = "删去。", en = "Delete it." }
[local.sound]
sentences = ["有序开展。"]
[local.faulty]
sentences = ["明年再创佳绩。"]
"""
WAIVER = '[[waivers]]\nrule = "proceedings-sum"\nuntil = 2026-12-31\nby = "张三"\nreason = "已说明"\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rules.toml"


def book(path: Path, text: str) -> Rulebook:
    path.write_text(text, "utf-8")
    return rulebook_of(path)


def test_no_file_and_an_empty_one_leave_the_rules_as_delivered(path: Path) -> None:
    assert rulebook_of(None) is installed()
    empty = book(path, "")
    assert (empty.hash, empty.changes, empty.catalogue.names()) == (installed().hash, (), installed().catalogue.names())


def test_levels_thresholds_and_rules_switched_off_are_as_the_file_wants_them(path: Path) -> None:
    changed = book(
        path,
        '[rules.title-agency]\nseverity = "error"\nstatus = "trial"\n[rules.form-superseded]\nmax = 4\n[rules.period-missing]\nenabled = false\n',
    )
    rule = changed.catalogue.rule("title-agency")
    assert (rule.severity, rule.trial, changed.catalogue.rule("form-superseded").parameters["max"]) == (Severity.ERROR, True, 4)
    assert ("period-missing" in changed.catalogue.names(), changed.off) == (False, ("period-missing",))
    assert [said.zh for said in changed.changes] == [
        "“使用已停用的表式”（form-superseded）max 由 1 改为 4",
        "停用“未说明统计期限”（period-missing）",
        "“标题机关与落款机关”（title-agency）级别由提醒改为错误、由施行改为试行",
    ]
    assert changed.hash != installed().hash


def test_a_waiver_or_another_way_of_writing_the_file_is_no_other_rule(path: Path) -> None:
    plain = book(path, "[rules.title-agency]\nseverity = 'error'\n")
    assert book(path, f'# words\nrules = {{ title-agency = {{ severity = "error" }} }}\n{WAIVER}').hash == plain.hash
    assert book(path, WAIVER).hash == installed().hash


def test_a_changed_level_changes_the_verdict(path: Path) -> None:
    fault = FAULTS["proceedings-sum"].dossier
    assert judge([fault])[0].verdict is Verdict.FAIL
    assert judge([fault], rulebook=book(path, "[rules.proceedings-sum]\nseverity = 'warning'\n"))[0].verdict is Verdict.PASS
    (off,) = judge([fault], rulebook=book(path, "[rules.proceedings-sum]\nenabled = false\n"))
    assert "proceedings-sum" not in [f.rule for f in off.findings]


def test_a_waived_finding_stands_and_accuses_nobody_until_its_day_is_over(path: Path) -> None:
    waivers = book(path, WAIVER).waivers
    fault = FAULTS["proceedings-sum"].dossier
    for today, said in ((date(2026, 12, 31), Verdict.PASS), (date(2027, 1, 1), Verdict.FAIL)):
        (judgement,) = judge([fault], waivers=holding(waivers, today))
        assert (judgement.verdict, len(judgement.findings)) == (said, 1)
        assert (judgement.findings[0].waived is not None) == (said is Verdict.PASS)
        assert judgement.counts()["error"] == (0 if said is Verdict.PASS else 1)


def test_a_waiver_fits_only_what_it_names() -> None:
    (judgement,) = judge([FAULTS["proceedings-sum"].dossier])
    (finding,) = judgement.findings
    agency = FAULTS["proceedings-sum"].dossier.agency
    assert agency is not None

    def fits(**named: object) -> bool:
        return Waiver(date(2026, 1, 1), "因", "人", **named).fits(finding, agency, agency.name, 2023)  # type: ignore[arg-type]

    assert all((fits(rules=("proceedings-sum",)), fits(agency=agency.name), fits(fingerprints=(finding.fingerprint[:8],), year=2023)))
    assert not any((fits(rules=("title-year",)), fits(agency="别的局"), fits(fingerprints=("0" * 8,)), fits(agency=agency.id, year=2022)))


def test_a_renamed_rule_keeps_its_fingerprints_and_waivers(path: Path) -> None:
    known = catalogue()
    renamed = Catalogue(
        tuple(r if r.name != "applications-not-a-number" else _renamed(r) for r in known.rules), known.leads, known.hash
    )  # fmt: skip
    fault = FAULTS["applications-not-a-number"].dossier
    (before,), (after,) = judge([fault]), judge([fault], rulebook=Rulebook(renamed))
    assert (after.findings[0].rule, after.findings[0].fingerprint) == ("applications-mark", before.findings[0].fingerprint)
    path.write_text(WAIVER.replace("proceedings-sum", "applications-not-a-number"), "utf-8")
    file, mistakes = read(path)
    assert applied(file, renamed, mistakes).waivers[0].rules == ("applications-mark",)


def _renamed(rule: Rule) -> Rule:
    return replace(rule, name="applications-mark", formerly=(rule.name,))


def test_a_deadline_moves_over_days_off_and_has_its_days_of_grace() -> None:
    law = date(2026, 1, 31)  # a Saturday
    assert Deadlines().day(Deadlines().department, 2025) == law
    assert Deadlines(weekends=True).shifted(law) == date(2026, 2, 2)
    assert Deadlines(weekends=True, workdays=frozenset({law})).shifted(law) == law
    assert Deadlines(holidays=frozenset({law, date(2026, 2, 1)}), grace=3).shifted(law) == date(2026, 2, 5)


def test_the_deadlines_of_the_file_come_to_every_dossier(path: Path) -> None:
    text = "[deadlines]\ndepartment = '01-20'\ngrace = 2\n[deadlines.local]\n'乡镇' = '03-10'\n"
    deadlines = case_of(dossier(), book(path, text)).dossier.deadlines
    assert (deadlines.day(deadlines.department, 2025), deadlines.local) == (date(2026, 1, 22), {"乡镇": (3, 10)})
    assert case_of(dossier(), installed()).dossier.deadlines == Deadlines()


def test_a_row_that_a_province_adds_is_no_stranger() -> None:
    table = TableReading(
        "applications",
        (0,),
        None,
        strangers=("６.省定其他 情形", "另一行"),
        strange=(Stranger("6.省定其他情形", ("1",)), Stranger("另一行", ("2",))),
    )
    report = with_figures(sound_report(), {})
    report = replace(report, tables={**report.tables, "applications": table})
    left = Customs(rows=(ExtraRow("applications", "6.省定其他情形"),)).known(report).tables["applications"]
    assert (left.strangers, [row.label for row in left.strange]) == (("另一行",), ["另一行"])
    counted = Customs(rows=(ExtraRow("applications", "6.省定其他情形", counted=True),))
    assert [counted.counted("applications", row) for row in counted.known(report).tables["applications"].strange] == [True, False]


def test_a_sum_in_which_a_row_of_the_place_counts_is_not_judged_by_the_form_alone(path: Path) -> None:
    fault = FAULTS["applications-concluded-sum"].dossier
    table = replace(fault.report.tables["applications"], strange=(Stranger("6.省定其他情形", ("1",) * 7),))
    report = replace(fault.report, tables={**fault.report.tables, "applications": table})
    rows = '[[rows]]\ntable = "applications"\nlabel = "6.省定其他情形"\ncounted = true\n'
    (judgement,) = judge([replace(fault, report=report)], rulebook=book(path, rows))
    assert "applications-concluded-sum" not in [rule for f in judgement.findings for rule in (f.rule, *f.also)]
    reasons = {entry.rule: entry.reason.zh for entry in judgement.not_checked}
    assert "本地附加行的数计入该合计" in reasons["applications-concluded-sum"]
    (uncounted,) = judge([fault], rulebook=book(path, rows.replace("true", "false")))
    assert "applications-concluded-sum" in [rule for f in uncounted.findings for rule in (f.rule, *f.also)]


def test_a_verdict_is_said_without_great_expectations() -> None:
    assert verdict(sound_report(), ()) is Verdict.PASS


def test_the_rules_judge_as_before_beside_a_local_one(path: Path) -> None:
    (judgement,) = judge([dossier()], rulebook=book(path, RULE))
    assert (judgement.verdict, judgement.findings) == (Verdict.PASS, ())


BROKEN = [
    ("[rules.nothing-such]\nenabled = false", 1, "没有叫“nothing-such”的规则"),
    ("\n[rules.title-agency]\nseverity = 'fatal'", 3, "severity"),
    ("[rules.title-agency]\nmax = 3", 2, "没有“max”这一项"),
    ("[rules.form-superseded]\nmax = true", 2, "一个数"),
    ("[rules.form-superseded]\nmax = nan", 2, "一个数"),
    ("[rules.form-superseded]\nmin = 5", 1, "min 大于 max"),
    ("unknown = 1", 1, "没有“unknown”这一项"),
    ("rules = 3", 1, "rules"),
    ("local = 'x'", 1, "local"),
    ("[", 1, "写法"),
    ("[deadlines]\ngrace = -1", 2, "grace"),
    ("[deadlines]\nholidays = ['2026-02-30']", 2, "holidays"),
    ("[deadlines.local]\n'村' = '03-10'", 2, "local"),
    ("[deadlines]\ndepartment = '02-29'", 2, "department"),
    ("[[rows]]\ntable = 'proceedings'\nlabel = 'x'", 2, "table"),
    (WAIVER.replace('rule = "proceedings-sum"\n', ""), 1, "豁免没有说明豁免什么"),
    (WAIVER.replace("until = 2026-12-31\n", ""), 1, "until"),
    (WAIVER.replace("proceedings-sum", "proceeding-sum"), 2, "proceedings-sum"),
    (WAIVER.replace("rule =", "fingerprint ="), 2, "fingerprint"),
    (RULE.replace('"local-slogan"', '"title-year"'), 3, "已经是一条规则"),
    (RULE.replace('"local-slogan"', '"Local slogan"'), 3, "name"),
    (RULE + RULE, 21, "已经是一条规则"),
    (RULE.replace('"sentences"', '"facts"'), 5, "数据表“facts”"),
    (RULE.replace('"not-match"', '"identity"'), 6, "形状“identity”"),
    (RULE.replace('column = "text"', 'column = "words"'), 7, "“words”"),
    (RULE.replace('column = "text"\n', ""), 2, "需要写明“column”"),
    (RULE.replace('column = "text"', 'column = "year"'), 7, "不能用形状"),
    (RULE.replace("['再创佳绩']", "['(a+)+']"), 8, "重复之中"),
    (RULE.replace("['再创佳绩']", "['(']"), 8, "正则"),
    (RULE.replace("['再创佳绩']", "'再创佳绩'"), 8, "patterns"),
    (RULE.replace("section =", "sction ="), 9, "是不是“section”"),
    (RULE.replace('section = "1"', "section = 1"), 9, "where"),
    (RULE.replace('section = "1"', 'section = { below = 1 }'), 9, "where"),
    (RULE.replace("“{printed}”。", "{count}"), 12, "“{count}”"),
    (RULE.replace("“{printed}”。", "{printed.__class__}"), 12, "不能用在这里"),
    (RULE.replace("“{printed}”。", "{printed:>999999999}"), 12, "不能用在这里"),
    (RULE.replace("“{printed}”。", "{printed"), 12, "花括号"),
    (RULE.replace(', en = "Slogan"', ""), 11, "en"),
    (RULE.replace("basis =", "bases ="), 10, "是不是“basis”"),
    (RULE.split("[local.faulty]")[0], 2, "缺少样本“faulty”"),
    (RULE.replace('["明年再创佳绩。"]', "[]"), 17, "空的"),
    (RULE.replace('sentences = ["明年再创佳绩。"]', 'figures = { "a.b.c" = "1" }'), 18, "a.b.c"),
    (RULE.replace("severity", "forms = ['2007']\nseverity"), 4, "2007"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "said"), BROKEN, ids=range(len(BROKEN)))
def test_a_wrong_file_is_told_its_line_in_a_sentence(path: Path, text: str, line: int, said: str) -> None:
    with pytest.raises(ConfigError) as refused:
        book(path, text)
    assert f"{path} 第 {line} 行" in refused.value.words.zh
    assert said in refused.value.words.zh
    assert f"line {line}" in refused.value.words.en


@pytest.mark.parametrize("data", [b"\xff\xfe", b"\x00", b"x" * 2_100_000, "[规则]".encode("gbk")])
def test_what_is_no_such_file_is_refused(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    with pytest.raises(ConfigError):
        rulebook_of(path)
    with pytest.raises(ConfigError):
        rulebook_of(path.parent)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_file_damaged_anywhere_is_accepted_or_refused(path: Path, data: st.DataObject) -> None:
    text = GUIDE_EXAMPLES
    start = data.draw(st.integers(0, len(text)))
    path.write_text(
        text[:start] + data.draw(st.sampled_from(['"', "=", "[", "}", "\n", "-1", "''"])) + text[start + data.draw(st.integers(0, 6)) :],
        "utf-8",
    )
    with suppress(ConfigError):
        rulebook_of(path)


def test_the_guide_says_what_the_file_may_hold(path: Path) -> None:
    told = book(path, GUIDE_EXAMPLES)
    assert (told.local, told.off) == (("local-no-slogan", "local-permits-limit"), ("period-missing",))
    assert (len(told.waivers), told.customs.rows[0].counted, told.customs.deadlines.grace) == (1, True, 2)
