"""What the text says in passing: told where it can mean one thing only."""

import pytest

from gouji.narrative.mentions import Mention, mentions
from gouji.narrative.sentence.sentences import sentences
from tests.builders import sound_report, with_preamble, with_text


def _told(kind: str, section: int, *texts: str) -> list[Mention]:
    return [m for m in mentions(list(sentences(with_text(sound_report(), section, *texts)))) if m.kind == kind]


def _said(kind: str, section: int, *texts: str) -> list[str]:
    return [mention.said for mention in _told(kind, section, *texts)]


@pytest.mark.parametrize(
    "text",
    [
        "2022年，我局收到政府信息公开申请5件。",
        "（二）依申请公开。2022年，我镇共受理政府信息公开申请5件。",
        "2022年，我局未收到政府信息公开申请。",
        "2022年度，全局主动公开信息30条。",
        "2022年，通过网站主动公开信息30条。",
    ],
)
def test_a_sentence_that_opens_with_a_year_counts_that_years_work(text: str) -> None:
    assert (_said("counted", 1, text), _said("done", 1, text)) == (["2022"], [])


def test_a_sentence_without_a_figure_tells_the_years_work_only() -> None:
    text = "2022年，我局依法公开政府信息，组织培训。"
    assert (_said("counted", 1, text), _said("done", 1, text)) == ([], ["2022"])


@pytest.mark.parametrize(
    "text",
    [
        "2022年，我局收到申请5件，2023年收到8件。",
        "收到申请8件，较2022年增加3件。",
        "2022年以来，我局主动公开信息300条。",
        "2022年公开的决算信息2条。",
        "2022年，我局公开《2021年工作要点》中的问题整改信息2条。",
        "2022年，我局收到申请5件，比上年减少2件。",
        "2022年，我局被评为先进单位。",
        "2022年11月，我局公开预算信息。",
        "2022年，我局投资修建水库。",
        "2022年考核反馈的问题已整改。",
        "2022年结转的申请1件已办结。",
        "2022年收到申请的答复均已归档。",
        "2024年，组织开展公开培训不少于4次。",
        "2024年，通过加强培训，组织公开工作，力争再上台阶。",
    ],
)
def test_comparisons_looks_back_and_other_work_tell_no_year(text: str) -> None:
    assert [*_said("done", 1, text), *_said("counted", 1, text)] == []


def test_a_year_told_beside_another_is_in_doubt() -> None:
    (first, second) = _told("counted", 1, "2022年，我局收到申请5件。", "2023年，我局收到申请8件。")
    assert (first.said, second.said) == ("2022", "2023")
    assert first.doubts == ("years-side-by-side",)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2024年，我局将继续加强解读。", ["2024"]),
        ("下一步，2023年将进一步完善栏目。", ["2023"]),
        ("三是2023年将推进数据归集。", ["2023"]),
        ("2023年，我局将公开工作纳入考核。", []),
        ("2023年将推进情况纳入考核。", []),
        ("2023年，我局将重点领域信息公开作为抓手。", []),
        ("年初提出2023年将继续加强解读。", []),
        ("到2025年将继续扩大公开范围。", []),
        ("2022年、2023年将继续安排培训。", []),
        ("“十四五”期间将继续加强解读。", []),
    ],
)
def test_a_plan_names_its_year_only_in_words_of_intent(text: str, years: list[str]) -> None:
    assert _said("planned", 5, text) == years


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("我局高度重视。", ["局"]),
        ("我街道和我镇。", ["街道", "镇"]),
        ("我县、我市、我区公开工作有序。", []),
        ("防止自我局限，我局部改进。", []),
        ("我委托他人办理，我乡村振兴。", []),
    ],
)
def test_a_body_calls_itself_by_a_kind(text: str, kinds: list[str]) -> None:
    assert _said("own-name", 1, text) == kinds


def test_a_quoted_name_is_in_doubt() -> None:
    (mention,) = _told("own-name", 1, "来信“我镇的水何时通”已答复。")
    assert mention.doubts == ("in-a-quotation",)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("依据《中华人民共和国政府信息公开条例》（国务院令第 771 号）。", ["771"]),
        ("依据国务院令第492号《政府信息公开条例》。", ["492"]),
        ("依据《政府信息公开条例》（国务院令第711号）。", ["711"]),
        ("《政府信息公开条例》（国务院令第492号）2007年公布。", []),
        ("依据《政府信息公开条例》（国务院令第492号公布，国务院令第711号修订）。", []),
        ("依据《广东省政府信息公开条例》（国务院令第1号）。", []),
        ("依据《政府信息公开条例》和国办公开办函〔2021〕30号。", []),
        ("依据《政府信息公开条例》《保障农民工工资支付条例》（国务院令第724号）。", []),
    ],
)
def test_a_decree_is_the_regulations_only_beside_their_title(text: str, numbers: list[str]) -> None:
    assert _said("decree", 1, text) == numbers


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("根据《关于做好2022年政府信息公开工作年度报告编制的通知》编制。", ["2022"]),
        ("根据《2022年政务公开工作要点》和《关于做好年度报告编制的通知》编制。", []),
        ("根据《关于做好2022年、2023年政府信息公开年度报告编制的通知》编制。", []),
    ],
)
def test_a_notice_names_its_year(text: str, years: list[str]) -> None:
    found = mentions(list(sentences(with_preamble(sound_report(), text))))
    assert [m.said for m in found if m.kind == "notice"] == years
