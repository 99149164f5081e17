"""Sound reports stay sound however their parts are numbered, in every format."""

from dataclasses import replace

from expectations.judging import judge
from gouji.agencies import resolve
from gouji.dossier import Dossier
from samples import Sample, sound
from tests.samples.reading import read

NUMBERED = {
    "第{}部分 ": "一二三四五六",
    "{}、": "ⅠⅡⅢⅣⅤⅥ",
    "（{}）": "一二三四五六",
    "{} ": "123456",
    "{}. ": "123456",
    "【{}】": "一二三四五六",
}
# Text is read in a moment; of the other formats what their readers may take for a list.
SHOWN = {"text": tuple(NUMBERED), "docx": ("{}、", "（{}）"), "html": ("第{}部分 ", "（{}）")}


def numbered(sample: Sample, shape: str) -> Sample:
    parts = [
        replace(part, heading=shape.format(numeral) + part.heading[2:]) for part, numeral in zip(sample.parts, NUMBERED[shape], strict=True)
    ]
    return replace(sample, parts=tuple(parts))


def test_a_sound_report_is_sound_however_its_parts_are_numbered() -> None:
    sample = sound(kind="部门", year=2023, size="medium", seed=3)
    shown = [(shape, shown_as) for shown_as in SHOWN for shape in SHOWN[shown_as]]
    reports = [read(numbered(sample, shape), shown_as) for shape, shown_as in shown]
    assert [[section.number for section in report.sections] for report in reports] == [[1, 2, 3, 4, 5, 6]] * len(shown)
    usual = [read(sample, shown_as) for shown_as in SHOWN]
    judged = judge([Dossier(report, resolve(report, None)) for report in (*reports, *usual)])
    as_usual = dict(zip(SHOWN, judged[len(shown) :], strict=True))
    for (shape, shown_as), judgement in zip(shown, judged[: len(shown)], strict=True):
        same = as_usual[shown_as]
        assert (shape, judgement.findings, judgement.trial) == (shape, (), same.trial)
        assert judgement.not_checked == same.not_checked
