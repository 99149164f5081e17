"""Normative documents that were made known: newly made ones, those beside others, and the stock of them."""

import pytest

from tests.gouji.narrative.telling import Told, claimed

MADE: list[tuple[str, Told]] = [
    ("发布规范性文件17件，非规范性文件517件。", [("normative_documents_issued", 17)]),
    ("全年制发规范性文件17件、非规范性文件51件。", [("normative_documents_issued", 17)]),
    ("下发规范性文件3份、非规范性文件50份。", [("normative_documents_issued", 3)]),
    ("制发非规范性文件51件。", []),
    ("遵循“制发即公开”原则，发布15件规范性文件，确保公众能第一时间获取最新政策。", [("normative_documents_issued", 15)]),
    ("坚持制发即公开，全年公开行政规范性文件3件。", [("normative_documents_issued", 3)]),
    ("全年发布15件行政规范性文件。", [("normative_documents_issued", 15)]),
    ("2023年，我局公布5份行政规范性文件。", [("normative_documents_issued", 5)]),
    ("公开新制定规范性文件8件，并全部开展政策解读。", [("normative_documents_issued", 8)]),
    ("及时公开新制发的规范性文件8件。", [("normative_documents_issued", 8)]),
    ("将现行有效的10件规范性文件全部上网公开。", [("normative_documents_in_force", 10)]),
    ("集中公开现行有效的10件行政规范性文件。", [("normative_documents_in_force", 10)]),
    # what stands on a platform, what explains them, what is only planned
    ("网站发布规范性文件15件。", []),
    ("在门户网站公布5件行政规范性文件。", []),
    ("在政府网站规范性文件专栏发布15件规范性文件。", []),
    ("公开新制发规范性文件8件解读。", []),
    ("公开新制定规范性文件政策解读8件。", []),
    ("拟发布5件行政规范性文件。", []),
    ("全年发布规范性文件15件。", []),
    ("规范性文件库公开现行有效的10件行政规范性文件。", []),
]


@pytest.mark.parametrize(("text", "expected"), MADE)
def test_documents_made_known(text: str, expected: Told) -> None:
    assert claimed(text) == expected
