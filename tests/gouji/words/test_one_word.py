"""One thing is called by one word wherever people read it."""

from pathlib import Path

import pytest

import gouji.words

WORDS = Path(gouji.words.__file__).parent
# What is waived; what was written before it had one name is still understood.
INSTEAD = {"免改": "豁免", "免予核改": "豁免"}


@pytest.mark.parametrize("other", INSTEAD)
def test_what_has_a_word_is_called_by_no_other(other: str) -> None:
    lines = [(path.name, line) for path in sorted(WORDS.glob("*.yaml")) for line in path.read_text("utf-8").splitlines() if other in line]
    assert [line for _, line in lines if "-before:" not in line] == []
