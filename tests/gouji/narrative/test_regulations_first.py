"""Normative documents counted behind the government's regulations, as the form has them in its rows; not those of others."""

import pytest

from tests.gouji.narrative.telling import Told, claimed

BOTH: list[tuple[str, Told]] = [
    ("2023年，累计制发政府规章0件、规范性文件0件。", [("regulations_issued", 0), ("normative_documents_issued", 0)]),
    ("制发政府规章0件、规范性文件3件。", [("regulations_issued", 0), ("normative_documents_issued", 3)]),
    ("制发政府规章1件、规范性文件3件。", [("regulations_issued", 1), ("normative_documents_issued", 3)]),
    ("全年制定出台政府规章0件、行政规范性文件4件。", [("regulations_issued", 0), ("normative_documents_issued", 4)]),
    ("本年度制定政府规章2部、行政规范性文件12件。", [("regulations_issued", 2), ("normative_documents_issued", 12)]),
    ("2023年制发政府规章共0件、规范性文件6件。", [("regulations_issued", 0), ("normative_documents_issued", 6)]),
    ("我局印发政府规章0件和规范性文件2件。", [("regulations_issued", 0), ("normative_documents_issued", 2)]),
    ("全年出台政府规章0件、行政规范性文件0件。", [("regulations_issued", 0), ("normative_documents_issued", 0)]),
]
OTHERS = [
    "印发省政府规章1件、规范性文件3件。",
    "制发市政府规章1件、规范性文件3件。",
    "制发政府规章0件、部门规范性文件3件。",
    "制发政府规章0件、县政府规范性文件3件。",
    "制发政府规章0件、上级规范性文件3件。",
    "拟制发政府规章1件、规范性文件3件。",
    "参与制定政府规章1件、规范性文件3件。",
    "审查政府规章1件、规范性文件3件。",
    "2022年制发政府规章1件、规范性文件3件。",
    "公开政府规章1件、规范性文件3件。",
]


@pytest.mark.parametrize(("text", "expected"), BOTH)
def test_documents_behind_regulations_are_counted_too(text: str, expected: Told) -> None:
    assert claimed(text) == expected
    assert claimed(text, name="云溪市人民政府") == expected


@pytest.mark.parametrize("text", OTHERS)
def test_documents_of_others_are_not(text: str) -> None:
    assert not [one for one in claimed(text) if one[0].startswith("normative")]
