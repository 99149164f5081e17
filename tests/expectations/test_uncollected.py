"""The collector rests while reports are judged, and no longer."""

import gc

import pytest

from expectations.uncollected import uncollected


def test_the_collector_is_left_as_it_was_found_whatever_happens() -> None:
    assert gc.isenabled()
    with pytest.raises(ValueError, match="a fault"):
        fail_uncollected()
    assert gc.isenabled()


def fail_uncollected() -> None:
    with uncollected():
        assert not gc.isenabled()
        raise ValueError("a fault")


def test_who_had_switched_the_collector_off_finds_it_off() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
