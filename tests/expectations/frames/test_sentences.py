"""What is looked for in all sentences of a report at once is what each sentence holds by itself."""

from random import Random

from expectations.frames.sentences import _BEGINNINGS, _CUES, cues, repeated
from expectations.judging import judge
from gouji.document.model import Paragraph
from gouji.narrative.sentence.sentences import sentences
from gouji.place import Place
from gouji.reading import read_report
from samples import any_sound, render
from tests.builders import dossier, sound_report

# Signs that begin or go on a cue, ends of words that only two together are one, signs of four bytes, halves of such.
SIGNS = [
    *"【[{×_XＸxaz次件条场线公举开组发规章截止具体此处公开为则原指20(请根据政务信息处理费用,。",
    "政务信息公开条",
    "𠮷",
    "😀",
    "\ud842",
]


def any_sentences(random: Random) -> list[str]:
    return ["".join(random.choices(SIGNS, k=random.randint(1, 12))) for _ in range(random.randint(0, 9))]


def said() -> list[list[str]]:
    read = [read_report(render(any_sound(seed), "html"), "report.html") for seed in range(5)]
    return [[sentence.text for sentence in sentences(report)] for report in read]


def test_cues_are_found_in_the_sentences_that_hold_one() -> None:
    random = Random(1)
    for texts in [*(any_sentences(random) for _ in range(500)), *said()]:
        assert cues(texts) == ["|".join(dict.fromkeys(_CUES.findall(text))) or None for text in texts]


def test_no_cue_begins_or_ends_between_two_sentences() -> None:
    assert cues(["发布信息5次", "线上培训"]) == [None, None]
    assert not any(beginning.search("\n") for beginning in _BEGINNINGS)


def test_a_pair_of_signs_that_stands_twice_is_one_of_the_same_sentence() -> None:
    assert repeated([]) == []
    assert repeated(["公开公开", "公开", "公开的", "aaa", "aa", "开公𠮷𠮷𠮷"]) == ["twice", None, None, "twice", None, "twice"]
    random = Random(2)
    for texts in [*(any_sentences(random) for _ in range(500)), *said()]:
        assert repeated(texts) == [pair_twice(text) for text in texts]


def pair_twice(text: str) -> str | None:
    pairs = [text[at : at + 2] for at in range(len(text) - 1)]
    return "twice" if len({*pairs}) < len(pairs) else None


def test_a_name_typed_twice_over_in_the_title_is_a_doubled_word() -> None:
    names = ["临河县水务局", "临河县人民政府办公室"]
    titles = [Paragraph(f"{name}{name}2023年政府信息公开工作年度报告", Place(paragraph=1)) for name in names]
    found = judge([dossier(sound_report(title=title)) for title in titles], select=["doubled-word"])
    assert [[(f.actual, f.doubt) for f in judgement.trial] for judgement in found] == [[(2 * name, True)] for name in names]
