"""What is known is revisited by conditional requests alone."""

from pathlib import Path

import pytest

from benchmarks.revisiting import revisit


@pytest.mark.parametrize("number", [20, pytest.param(1000, marks=pytest.mark.long)])
def test_publications_that_did_not_change_are_not_sent_again(tmp_path: Path, number: int) -> None:
    told = revisit(tmp_path, number)
    assert (told.look.seen, told.look.ok, set(told.statuses)) == (number, True, {304})
    assert told.statuses.total() == number + -(-number // 100)
    assert told.cpu < 20
