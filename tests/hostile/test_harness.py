"""The harness itself sees what it is there to see."""

from urllib.request import urlopen

from tests.hostile.harness import WELL, listening, read_hostile


def test_a_request_is_heard() -> None:
    with listening() as server:
        urlopen(f"{server.url}/picture.png").close()
    assert len(server.heard) == 2
    assert "/picture.png" in server.heard[1]


def test_a_harmless_document_is_read_in_bounds() -> None:
    after = read_hostile(WELL, "well.txt")
    assert after.was_read().form == "2021"
    assert after.seconds < 5


def test_what_a_reader_holds_is_seen() -> None:
    after = read_hostile(b"\xff" * (200 << 20), "big.bin")
    assert after.megabytes > 200
    after.refused("")
