"""What in the text counts as the office's own explanation of a figure that breaks with last year's."""

import pytest

from expectations.frames.before import explanation
from expectations.frames.kind import Case
from tests.builders import dossier, sound_report, with_text


@pytest.mark.parametrize(
    "sentence",
    [
        "集中清理规范性文件12件，并在网站公布结果。",
        "因平台统计口径调整，文件数较上年减少。",
        "机构改革后，文件由新的部门在网站管理。",
        "清理了一批文件。",
    ],
)
def test_a_clean_up_of_documents_a_reform_and_another_way_of_counting_explain_a_figure(sentence: str) -> None:
    assert explanation(_saying(sentence), "文件") == sentence


@pytest.mark.parametrize(
    "sentence",
    ["定期清理网站历史信息和文件。", "及时公开文件，定期清理网站历史信息。", "调整文件专栏的设置。", "按文件要求合并政务新媒体账号。"],
)
def test_what_is_done_to_a_site_explains_no_figure(sentence: str) -> None:
    assert explanation(_saying(sentence), "文件") is None


def _saying(sentence: str) -> Case:
    return Case(dossier(with_text(sound_report(), 1, sentence)))
