"""When a tracker's word on the last change can be relied on."""

from datetime import UTC, datetime, timedelta

from connectors.trackers.seconds import changed_at


def test_a_whole_second_of_just_now_is_like_no_later_look_and_one_long_past_is() -> None:
    now = datetime.now(UTC).replace(microsecond=0)
    fresh, old = now.isoformat(), (now - timedelta(minutes=5)).isoformat()
    assert changed_at(fresh) != changed_at(fresh)
    assert changed_at(old) == changed_at(old) == old


def test_a_time_told_to_the_millisecond_is_taken_as_it_is() -> None:
    told = datetime.now(UTC).replace(microsecond=250_000).isoformat()
    assert changed_at(told) == changed_at(told) == told


def test_what_is_no_time_is_compared_as_text() -> None:
    assert (changed_at("yesterday"), changed_at(None)) == ("yesterday", "None")
