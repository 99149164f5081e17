"""The figures of one invented report, drawn so that every identity of the form holds."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import Any

from gouji.form import form

APPLICANTS = ("natural_person", "business", "research", "public_interest", "legal_service", "other")
FIGURES = tuple(form("2021").figure_ids())
TRACKS = {"reconsideration": "reconsideration", "direct": "direct_litigation", "litigation_after": "litigation_after_reconsideration"}
RESULTS = ("upheld", "corrected", "other", "pending")
CHANNELS = ("net", "letter", "face", "fax")

# What the text calls the figures of Table 2.
DISCLOSURE = {
    "regulations_issued": "regulations.issued", "regulations_repealed": "regulations.repealed", "regulations_in_force": "regulations.in_force",
    "documents_issued": "normative_documents.issued", "documents_repealed": "normative_documents.repealed",
    "documents_in_force": "normative_documents.in_force", "permits": "permits.decisions", "penalties": "penalties.decisions",
    "coercive": "coercive_measures.decisions", "fees": "fees.amount",
}  # fmt: skip

_USUAL = ("granted", "partially_granted", "unavailable_not_held", "denied_third_party", "rejected_repeat")

Given = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class World:
    """`figures` are the report's, `previous` last year's where given; `values` what a text may call by name."""

    figures: Mapping[str, int]
    previous: Mapping[str, int]
    values: Mapping[str, Fraction]


def world(rng: Random, given: Given) -> World:
    """A world in which the knobs of `given` are within their ranges; what is not given is 0, requests apart."""
    figures = _figures(rng, given)
    before = {k.removeprefix("prev_"): v for k, v in given.items() if k.startswith("prev_")}
    previous = _figures(rng, {DISCLOSURE.get(k, k): v for k, v in before.items()}) if before else {}
    values = {**_values(figures), **_channels(rng, figures, given), **_loose(rng, figures)}
    values |= {f"prev_{k}": v for k, v in (_values(previous) if before else {}).items()}
    return World(figures, previous, {k: Fraction(v) for k, v in values.items()})


def drawn(rng: Random, within: object) -> int:
    """A number of a range like `3-90`, small ones as likely as large ones."""
    low, _, high = str(within).partition("-")
    first, last = int(low), int(high or low)
    if last - first > 20:
        return round(first * (last / max(first, 1)) ** rng.random()) if first else rng.randint(first, last)
    return rng.randint(first, last)


def _figures(rng: Random, given: Given) -> dict[str, int]:
    figures = dict.fromkeys(FIGURES, 0)
    for row, column in _cells(rng, given):
        figures[f"applications.{row}.{column}"] += 1
        figures[f"applications.{row}.total"] += 1
    for track in TRACKS.values():
        for result in RESULTS:
            number = drawn(rng, given.get(f"{track}.{result}", 0))
            figures[f"proceedings.{track}.{result}"] = number
            figures[f"proceedings.{track}.total"] += number
    return figures | {f"disclosure.{name}": drawn(rng, given.get(name, 0)) for name in DISCLOSURE.values()}


def _cells(rng: Random, given: Given) -> Iterator[tuple[str, str]]:
    """Each request once where it came in and once where it went."""
    received, carried_in = drawn(rng, given.get("received", "3-40")), drawn(rng, given.get("carried_in", 0))
    applicants = [*_each(rng, given.get("applicants", APPLICANTS[:2]), received)]
    late = [given.get("carried_in_by") or rng.choice(APPLICANTS[:2]) for _ in range(carried_in)]
    yield from (("received", a) for a in applicants)
    yield from (("carried_in", a) for a in late)
    out = min(drawn(rng, given.get("carried_out", 0)), received)
    yield from (("carried_out", a) for a in applicants[:out])
    concluded = [*applicants[out:], *late]
    for applicant, outcome in zip(concluded, _each(rng, given.get("outcomes", rng.sample(_USUAL, 3)), len(concluded)), strict=True):
        yield outcome, applicant
        yield "concluded_total", applicant


def _each(rng: Random, kinds: Sequence[str], number: int) -> list[str]:
    """This many of these kinds, each at least once where there are enough, in any order."""
    found = [*kinds[:number], *rng.choices(kinds, k=max(number - len(kinds), 0))]
    rng.shuffle(found)
    return found


def _values(figures: Mapping[str, int]) -> dict[str, int]:
    requests = {k.split(".")[1]: v for k, v in figures.items() if k.startswith("applications.") and k.endswith(".total")}
    applicants = {a: figures[f"applications.received.{a}"] for a in APPLICANTS if a != "other"}
    cases = {f"{track}_{result}": figures[f"proceedings.{row}.{result}"] for track, row in TRACKS.items() for result in RESULTS}
    tracks = {track: figures[f"proceedings.{row}.total"] for track, row in TRACKS.items()}
    return {
        **requests, **applicants, **cases, **tracks,
        **{word: figures[f"disclosure.{name}"] for word, name in DISCLOSURE.items()},
        **{group: sum(v for k, v in requests.items() if k.startswith(f"{group}_")) for group in ("denied", "unavailable", "rejected")},
        "other_outcomes": sum(v for k, v in requests.items() if k.startswith("other_")),
        "concluded": requests["concluded_total"], "handled": requests["received"] + requests["carried_in"],
        "timely": requests["received"] - requests["carried_out"],
        "granted_any": requests["granted"] + requests["partially_granted"],
        "organisations": requests["received"] - applicants["natural_person"],
        "direct_litigation": tracks["direct"], "litigation": tracks["direct"] + tracks["litigation_after"],
    }  # fmt: skip


def _channels(rng: Random, figures: Mapping[str, int], given: Given) -> dict[str, int]:
    by = Counter(_each(rng, given.get("channels", CHANNELS[:1]), figures["applications.received.total"]))
    return {channel: by[channel] for channel in CHANNELS}


def _loose(rng: Random, figures: Mapping[str, int]) -> dict[str, int | Fraction]:
    """Numbers that stand in no table of the report."""
    taken = set(figures.values())
    n, m, part1, part2, part3 = rng.sample([x for x in range(13, 980) if x not in taken], 5)
    k = rng.choice([x for x in range(2, 30) if x not in taken])
    pct = Fraction(rng.randint(500, 9400), rng.choice([100, 100, 1000]) if rng.random() < 0.5 else 100)
    return {
        "n": max(n, m), "m": min(n, m), "k": k, "big": rng.randint(1000, 98000), "wanviews": Fraction(rng.randint(110, 98000), 100),
        "pct": pct, "pct2": pct + Fraction(rng.randint(10, 500), 100), "over": rng.randint(101, 320), "zero": 0,
        "part1": part1, "part2": part2, "part3": part3, "parts": part1 + part2 + part3,
    }  # fmt: skip
