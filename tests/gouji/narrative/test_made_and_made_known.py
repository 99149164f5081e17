"""Documents are made and made known in one breath: 制定并公布规范性文件5件."""

import pytest

from tests.gouji.narrative.telling import claimed

VERBS = ["制定并公布", "制定公布", "制发并公布", "出台并公布", "印发并公布", "制定、公布", "制定和公布", "新制定并公布", "制定并印发"]  # fmt: skip
NOT_MADE = [
    "2023年，我局制定公布规范性文件解读5件。",
    "我局拟制定并公布规范性文件5件。",
    "市政府制定并公布规范性文件5件。",
    "在网站制定并公布规范性文件目录5件。",
    "我局起草并由市政府制定公布规范性文件5件。",
    "2022年，我局制定公布规范性文件5件。",
    "全市制定并公布规范性文件5件。",
    "2024年将制定并公布规范性文件5件。",
]


@pytest.mark.parametrize("verb", VERBS)
def test_made_and_made_known_is_made(verb: str) -> None:
    assert claimed(f"2023年，我局{verb}规范性文件5件，并做到了100%配备相关解读。") == [("normative_documents_issued", 5)]


@pytest.mark.parametrize("text", NOT_MADE)
def test_what_is_of_others_or_planned_or_of_another_year_is_not(text: str) -> None:
    assert not claimed(text)
