"""Sources, and what they would collect, for people."""

from collections import Counter
from collections.abc import Iterator, Sequence

import click

from connectors.sources.survey import Aside, Item, Survey
from flows.cli.formats.sources_json import where
from flows.cli.formats.sources_toml import as_toml
from flows.cli.layout import indent, pad, plain, width
from flows.cli.voice import Voice
from flows.surveys import Named
from gouji.finding import Words
from gouji.roster import Roster
from gouji.settings import SourceSetting, WebsiteSetting
from gouji.words import words

COLUMNS = 100
# A person looks through a few dozen of what is left out; the rest is in --format json.
_MOST = 40


def sources(settings: Sequence[SourceSetting], voice: Voice) -> str:
    if not settings:
        return voice.say(words("sources.none")) + "\n"
    names = max(width(setting.name) for setting in settings)
    return "".join(f"{pad(setting.name, names)}  {voice.say(_described(setting))}\n" for setting in settings)


def _described(setting: SourceSetting) -> Words:
    stage = words(f"sources.stage-{setting.stage}")
    from_year = getattr(setting, "from_year", None)
    since = words("sources.since", year=from_year) if from_year else Words("", "")
    return words(f"sources.type-{setting.type}", where=where(setting), stage=stage, since=since)


def survey(setting: SourceSetting, survey: Survey, beside: Named | None, roster: Roster | None, voice: Voice) -> str:
    """What the source would give; with a roster also who of it is not there."""
    head = f"{click.style(plain(setting.name), bold=True)}  {voice.say(_described(setting))}"
    theirs = _lines_of_roster(beside, roster, voice) if beside else ()
    return "\n".join([head, *_survey(survey, voice), *theirs]) + "\n\n"


def trial(setting: WebsiteSetting, survey: Survey, beside: Named | None, roster: Roster | None, voice: Voice) -> str:
    """What is seen of the address; who of the roster is not there; and the lines to paste, where there is anything to collect."""
    lines = [plain(setting.url), *_survey(survey, voice)]
    if survey.items:
        lines += _lines_of_roster(beside, roster, voice)
        lines += ["", voice.say(words("sources.paste")), "", as_toml(setting, survey).rstrip("\n")]
    return "\n".join(lines) + "\n"


def _survey(survey: Survey, voice: Voice) -> Iterator[str]:
    for trouble in survey.troubles:
        yield from (click.style(line, fg="red") for line in indent(voice.say(trouble), "  ", COLUMNS))
    if survey.items or not survey.troubles:
        yield "  " + voice.say(_counted(survey))
    yield from _items(survey.items)
    for key, asides in (("doubts", [a for a in survey.asides if a.doubt]), ("left-out", [a for a in survey.asides if not a.doubt])):
        if asides:
            yield "  " + voice.say(words(f"sources.{key}", count=len(asides)))
            yield from (line for aside in asides[:_MOST] for line in _aside(aside, voice))
        if len(asides) > _MOST:
            yield "    " + voice.say(words("sources.and-more", count=len(asides) - _MOST))


def _counted(survey: Survey) -> Words:
    years = Counter(item.year for item in survey.items)
    named = [words("sources.of-year", year=year, count=years[year]) for year in sorted((y for y in years if y), reverse=True)]
    if years[None]:
        named.append(words("sources.of-no-year", count=years[None]))
    said = Words("，".join(n.zh for n in named), ", ".join(n.en for n in named))
    key = "sources.would" if survey.pages is None else "sources.would-of-pages"
    family = words(f"website.family-{survey.family}") if survey.family else Words("", "")
    return words(key if survey.items else f"{key}-none", count=len(survey.items), years=said, pages=survey.pages, family=family)


def _items(items: Sequence[Item]) -> Iterator[str]:
    for item in items:
        day = f"  {item.published_on}" if item.published_on else ""
        yield f"    {item.year or '----'}  {plain(item.title)}{day}"


def _aside(aside: Aside, voice: Voice) -> Iterator[str]:
    reason = voice.say(aside.reason)
    named = aside.title or aside.location
    yield from indent(f"{named}{voice.say(words('sources.because', reason=reason))}" if named else reason, "    ", COLUMNS)


def _lines_of_roster(beside: Named | None, roster: Roster | None, voice: Voice) -> list[str]:
    return [line for said in _roster(beside, roster) for line in indent(voice.say(said), "  ", COLUMNS)]


def _roster(beside: Named | None, roster: Roster | None) -> Iterator[Words]:
    if roster is None or beside is None:
        yield words("sources.without-roster" if roster is None else "sources.without-year")
        return
    there = len(roster.agencies) - len(beside.missing) - len({agency.id for _, agency in beside.undated})
    yield words("sources.roster-there", there=there, bodies=len(roster.agencies), year=beside.year)
    if beside.missing:
        yield words("sources.roster-missing", count=len(beside.missing), names="、".join(a.name for a in beside.missing))
    for title, agency in beside.undated:
        yield words("sources.roster-undated", title=title, agency=agency.name, year=beside.year)
    for title, agency in beside.guessed:
        yield words("sources.roster-guessed", title=title, agency=agency.name)
    for title in beside.unnamed:
        yield words("sources.roster-unnamed", title=title)
