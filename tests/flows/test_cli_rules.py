"""An organisation's own rules as a person uses them: `gouji check --rules`, `gouji rules`, `gouji rules test`."""

import json
from pathlib import Path

import pytest

from flows.cli.formats.check_formats import WRITERS
from samples import render, sound
from tests.expectations.test_organisation import GUIDE_EXAMPLES, RULE, WAIVER
from tests.flows.calling import gouji

FAULTY = sound("青禾县水务局", year=2024).with_figures(proceedings__reconsideration__total="41")


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "水务局.txt"
    path.write_bytes(render(FAULTY, "text"))
    return path


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    path = tmp_path / "rules.toml"
    path.write_text(GUIDE_EXAMPLES, "utf-8")
    return path


def test_the_examples_of_the_guide_do_what_it_says(rules: Path) -> None:
    ended = gouji("rules", "test", rules)
    assert (ended.status, ended.err, ended.out.count("与预期一致")) == (0, "", 5)
    assert "再创佳绩" in ended.out


def test_a_rule_that_does_not_say_what_its_samples_want_is_told(rules: Path) -> None:
    rules.write_text(RULE.replace("明年再创佳绩。", "明年继续努力。").replace("有序开展。", "再创佳绩。"), "utf-8")
    ended = gouji("rules", "test", rules)
    assert (ended.status, "不该有结果而有" in ended.out, "该报而未报" in ended.out) == (1, True, True)


def test_a_sample_may_be_a_file_beside_the_rules(rules: Path, faulty: Path) -> None:
    text = RULE.replace('sentences = ["有序开展。"]', f'file = "{faulty.name}"')
    rules.write_text(text, "utf-8")
    assert gouji("rules", "test", rules).status == 0
    rules.write_text(text.replace(faulty.name, "nowhere.docx"), "utf-8")
    assert (gouji("rules", "test", rules).status, gouji("rules", "test").status) == (2, 2)


def test_the_list_of_rules_shows_what_is_ours(rules: Path) -> None:
    listed = gouji("rules", "--rules", rules).out
    assert "总体情况不写口号（本单位自定）" in listed
    assert "标题机关与落款机关（本单位改动）" in listed
    assert "停用“未说明统计期限”" in listed
    said = json.loads(gouji("rules", "--rules", rules, "--format", "json").out)
    assert (said["off"], [rule["name"] for rule in said["rules"] if rule.get("local")]) == (
        ["period-missing"],
        ["local-no-slogan", "local-permits-limit"],
    )
    assert "某市公开办编写要求第3条" in gouji("rules", "local-no-slogan", "--rules", rules).out


def test_the_last_line_and_the_json_say_what_was_changed(faulty: Path, rules: Path) -> None:
    ended = gouji("check", faulty, "--rules", rules)
    assert (ended.status, "停用“未说明统计期限”" in ended.out.rsplit("\n\n", 1)[1].replace("\n", "")) == (1, True)
    said = json.loads(gouji("check", faulty, "--rules", rules, "--format", "json").out)
    assert (said["rules"]["off"], said["rules"]["local"]) == (["period-missing"], ["local-no-slogan", "local-permits-limit"])
    assert "rules" not in json.loads(gouji("check", faulty, "--format", "json").out)


def test_a_waived_error_is_shown_with_its_reason_and_fails_nothing(faulty: Path, rules: Path) -> None:
    rules.write_text(WAIVER.replace("2026", "2999"), "utf-8")
    ended = gouji("check", faulty, "--rules", rules)
    assert (ended.status, "未发现错误：1 处已豁免" in ended.out, "已豁免至 2999-12-31（张三）：已说明" in ended.out) == (0, True, True)
    (report,) = json.loads(gouji("check", faulty, "--rules", rules, "--format", "json").out)["reports"]
    assert (report["verdict"], report["counts"]["error"], report["findings"][0]["waived"]["by"]) == ("pass", 0, "张三")
    rules.write_text(WAIVER.replace("2026", "2020"), "utf-8")
    assert gouji("check", faulty, "--rules", rules).status == 1


@pytest.mark.parametrize("shape", WRITERS)
def test_every_format_knows_local_rules_and_waivers(faulty: Path, rules: Path, shape: str, tmp_path: Path) -> None:
    rules.write_text(RULE.replace("再创佳绩", "工作") + WAIVER.replace("2026", "2999"), "utf-8")
    output = tmp_path / f"out.{shape}"
    assert gouji("check", faulty, "--rules", rules, "--format", shape, "--output", output).status == 0
    if shape not in ("xlsx",):
        written = output.read_text("utf-8")
        assert ("已说明" in written or shape == "junit", "local-slogan" in written) == (True, True)


def test_a_wrong_file_is_one_sentence_with_its_line(faulty: Path, rules: Path) -> None:
    rules.write_text("\n[rules.nothing]\nenabled = false\n", "utf-8")
    for arguments in (("check", faulty, "--rules", rules), ("rules", "--rules", rules), ("rules", "test", rules)):
        ended = gouji(*arguments)
        assert (ended.status, ended.out, ended.err.count("\n"), "第 2 行" in ended.err) == (2, "", 1, True)
