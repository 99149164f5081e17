"""What a sound report says in words, agreeing with its tables."""

from collections.abc import Mapping
from functools import cache
from random import Random
from typing import Any

from gouji.data import data_file
from samples.bodies import Body

Values = Mapping[str, object]


class Speaker:
    """Picks sentences by a seed and fills them in. The same seed says the same."""

    def __init__(self, body: Body, year: int, seed: str) -> None:
        self.random = Random(seed)
        self.values: dict[str, object] = {"agency": body.name, "self": body.short, "year": year, "last": year - 1, "next": year + 1}
        self.values |= _small_talk(self.random)

    def say(self, *topic: str, **counts: object) -> str:
        """One of the sentences of this topic."""
        sentences: Any = _sentences()
        for name in topic:
            sentences = sentences[name]
        return str(self.random.choice(sentences)).format_map(self.values | counts)

    def say_more(self, topic: str, count: int = 3) -> str:
        """One of the sentences of this topic, and some of its details after it."""
        details = self.random.sample(_sentences()["details"][topic], count)
        return self.say(topic) + "".join(details)


def overview(speaker: Speaker, body: Body, said: str) -> tuple[str, ...]:
    """The paragraphs of part one around what is said of requests and disputes."""
    return (
        speaker.say("overview", body.voice),
        speaker.say_more("proactive"),
        said,
        speaker.say_more("management"),
        speaker.say_more("platform"),
        speaker.say_more("oversight"),
    )


def requests(speaker: Speaker, figures: Mapping[str, str]) -> str:
    """What is said of the requests received: the totals as the table prints them."""
    rows = {"received": "received", "carried_in": "carried_in", "concluded": "concluded_total", "carried_out": "carried_out"}
    counts = {name: figures.get(f"applications.{row}.total") or "0" for name, row in rows.items()}
    return speaker.say("requests", "none" if counts["received"] == "0" else "some", **counts)


def disputes(speaker: Speaker, figures: Mapping[str, str]) -> str:
    """What is said of reconsiderations and suits: the totals as the table prints them."""
    totals = {track: _count(figures.get(f"proceedings.{track}.total")) for track in _TRACKS}
    counts = {"reconsiderations": totals[_TRACKS[0]], "suits": totals[_TRACKS[1]] + totals[_TRACKS[2]]}
    return speaker.say("disputes", "some" if any(counts.values()) else "none", **counts)


_TRACKS = ("reconsideration", "direct_litigation", "litigation_after_reconsideration")


def _count(printed: str | None) -> int:
    return int(printed) if printed and printed.isdecimal() else 0


def _small_talk(random: Random) -> dict[str, object]:
    """Numbers that stand in no table."""
    return {
        "published": random.randint(40, 4000),
        "explained": random.randint(2, 60),
        "answered": random.randint(1, 30),
        "media": random.randint(10, 39),
        "lessons": random.randint(1, 6),
        "house": random.randint(2, 260),
        "postcode": "000000",
        "phone": f"0000-{random.randint(2000000, 8999999)}",
    }


@cache
def _sentences() -> dict[str, Any]:
    data: dict[str, Any] = data_file("samples", "sentences.yaml")
    return data
