"""Sound reports of any kind of body, year and size."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from gouji.form import form, form_for
from samples.bodies import KINDS, Body, bodies, body
from samples.figures import in_order, printed_figures
from samples.prose import Speaker, disputes, overview, requests
from samples.sample import Layout, Part, Sample


@dataclass(frozen=True, slots=True)
class Wording:
    """Sentences to use in place of those that the seed picks; an empty one is left out."""

    title: str | None = None
    period: str | None = None
    requests: str | None = None
    disputes: str | None = None


COLUMNS = ("natural_person", "business", "research", "public_interest", "legal_service", "other")


def sound(
    agency: str | None = None,
    kind: str = "部门",
    year: int = 2024,
    size: str = "small",
    seed: int = 0,
    carried_in: Mapping[str, int] | None = None,
) -> Sample:
    """A report that breaks no rule; the same arguments give the same report.

    `size` is zero, small, medium or large; `carried_in` says how many requests each applicant column brings from the year before.
    """
    random = Random(f"{agency} {kind} {year} {size} {seed}")
    author = body(agency, kind) if agency else random.choice(bodies(kind))
    figures = printed_figures(author, form_for(year).name, size, random, carried_in)
    return compose(author, year, figures, seed)


def following(previous: Sample, size: str = "small", seed: int = 0) -> Sample:
    """A sound report of the same body on the next year, taking up what was carried over."""
    carried = {column: int(previous.figures[f"applications.carried_out.{column}"]) for column in COLUMNS}
    return sound(previous.agency, previous.kind, previous.year + 1, size, seed, carried)


def any_sound(seed: int) -> Sample:
    """A sound report of some body, some year, some size."""
    random = Random(seed)
    return sound(
        kind=random.choice(KINDS),
        year=random.randint(2019, 2025),
        size=random.choice(("zero", "small", "small", "medium", "large")),
        seed=seed,
    )


def compose(
    author: Body, year: int, figures: Mapping[str, str], seed: int = 0, wording: Wording | None = None, form_name: str | None = None
) -> Sample:
    """The whole report around these figures: its sentences say what the tables print."""
    wording = wording or Wording()
    speaker = Speaker(author, year, f"{author.name} {year} {seed}")
    title, period = speaker.say("title"), speaker.say("period")
    period = period if wording.period is None else wording.period
    period_first = speaker.random.random() < 0.6
    signed_on = _signed_on(author, year, speaker.random)
    name = form_name or form_for(year).name
    return Sample(
        agency=author.name,
        kind=author.kind,
        year=year,
        form=name,
        figures=in_order(figures, form(name)),
        title=wording.title or title,
        preamble=_preamble(speaker, period if period_first else ""),
        parts=_parts(speaker, overview(speaker, author, _said(speaker, figures, wording)), "" if period_first else period),
        signature=author.name,
        signed_on=signed_on,
        published_on=signed_on + timedelta(days=speaker.random.randint(1, 4)),
        layout=Layout(visits=speaker.random.randint(3, 900)),
    )


def _said(speaker: Speaker, figures: Mapping[str, str], wording: Wording) -> str:
    """What is said of requests and disputes."""
    received, sued = requests(speaker, figures), disputes(speaker, figures)
    return (received if wording.requests is None else wording.requests) + (sued if wording.disputes is None else wording.disputes)


def _preamble(speaker: Speaker, period: str) -> tuple[str, ...]:
    first = speaker.say("basis") + speaker.say("announced")
    return (first, period + speaker.say("contact"))


def _parts(speaker: Speaker, said: tuple[str, ...], period: str) -> tuple[Part, ...]:
    headings = {section.number: f"{'一二三四五六'[section.number - 1]}、{section.heading}" for section in form("2021").sections}
    last = (speaker.say("fees"), *((period,) if period else ()), speaker.say("closing"))
    return (
        Part(1, headings[1], said),
        Part(2, headings[2], (), "disclosure"),
        Part(3, headings[3], (), "applications"),
        Part(4, headings[4], (), "proceedings"),
        Part(5, headings[5], (speaker.say_more("problems", 2), speaker.say_more("improvements"))),
        Part(6, headings[6], last),
    )


def _signed_on(author: Body, year: int, random: Random) -> date:
    """A day before the deadline: 31 January for departments and towns, 31 March for governments (条例 第四十九条)."""
    latest = 70 if author.voice == "government" else 26
    return date(year + 1, 1, 1) + timedelta(days=random.randint(8, latest - 4))
