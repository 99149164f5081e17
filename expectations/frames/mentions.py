"""One row a thing that the text says in passing of a year, of the body itself or of its grounds, beside what it is held against."""

import re
from collections.abc import Iterator, Sequence

from expectations.frames.kind import NUMBER, TEXT, Case, Cell, NotJudged, Record, Told, text, value
from expectations.frames.sentences import excerpt
from expectations.rule import Rule
from gouji.agencies.naming import normalised, parse
from gouji.finding import Words
from gouji.narrative.mentions import Mention
from gouji.narrative.sentence.sentences import Sentence
from gouji.words import words
from gouji.words.places import paragraph_in_words

_RECEIVED = "applications.received.total"
_BUREAUS = ("局", "委员会", "委", "厅")
_RULES = {
    "done": "stale-year",
    "counted": "stale-year",
    "planned": "plan-year",
    "notice": "basis-wrong-year",
    "parts": "announced-parts",
    "scope": "scope-contradiction",
    "place": "foreign-place",
}
# What nobody plans; training and the like may be planned for the year named.
_BEFALLEN = re.compile("收到|受理|新收|接到|发生|办结|答复")
_WANTING = {"scope": "figure-no-number", "place": "place-not-known"}


class MentionsFrame:
    name = "mentions"
    columns = {"kind": TEXT, "said": TEXT, "due": TEXT, "body": TEXT, "sentence": NUMBER, "start": NUMBER, "end": NUMBER}
    offers = frozenset({"where", "printed", "expected", "sentence", "said"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        for mention in case.mentions:
            due = _due(case, mention)
            if due is None and mention.kind in _RULES:
                yield NotJudged(_RULES[mention.kind], _WANTING.get(mention.kind, "no-year"))
                continue
            if _plainly_of_a_past_year(mention, due):
                continue
            body = _body(case) if mention.kind in ("own-name", "scope") else None
            if mention.kind == "own-name" and body is None:
                yield NotJudged("wrong-self-reference", "kind-not-sure")
                continue
            yield mention.kind, _held(mention, body, due), due, body, float(mention.sentence), float(mention.start), float(mention.end)

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        return ()

    def section(self, record: Record) -> int | None:
        return None

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        found = list(case.report.doubts)
        for record in records:
            mention, sentence = _mention(case, record), _sentence(case, record)
            found += [*mention.doubts, *sentence.paragraph.doubts, *_own_doubts(case, mention)]
        return tuple(dict.fromkeys(found))

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        return None

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        spots = [_sentence(case, record).within(int(value(record, "start") or 0), int(value(record, "end") or 0)) for record in records]
        printed, place = spots[0]
        mention, sentence = _mention(case, records[0]), _sentence(case, records[0])
        said = excerpt(sentence.printed, printed)
        expected = _expected(case, mention)
        values = {
            "where": paragraph_in_words(case.report, place), "printed": " ".join(printed.split()), "said": mention.said,
            "expected": expected, "sentence": Words(said, said),
        }  # fmt: skip
        return Told(values, expected.zh, printed, tuple(p for _, p in spots), spot=sentence.text)


def _due(case: Case, mention: Mention) -> str | None:
    """What the mention is held against, where the report says it."""
    year = case.report.report_year
    match mention.kind:
        case "done" | "counted" | "notice":
            return str(year) if year else None
        case "planned":
            return str(year + 1) if year else None
        case "parts":
            return str(len({s.number for s in case.report.sections if s.number}))
        case "scope":
            received = case.numbers.get(_RECEIVED)
            return None if received is None else str(int(received))
        case "place":
            return _own_city(case)
        case _:
            return None


def _plainly_of_a_past_year(mention: Mention, due: str | None) -> bool:
    """A figure of an earlier year is told for the reader to compare, which nothing forbids: no row speaks of it."""
    return mention.kind == "counted" and due is not None and int(mention.said) < int(due)


def _own_city(case: Case) -> str | None:
    """The city to which the body belongs, where its name or its superior's says so."""
    agency = case.dossier.agency
    names = [agency.id, agency.name, agency.superior or ""] if agency else []
    return next((found for name in names if (found := parse(name).prefecture)), None)


def _held(mention: Mention, body: str | None, due: str | None) -> str:
    """What a pattern looks at: who speaks, what it calls itself, or what it says beside what its table has."""
    match mention.kind:
        case "own-name":
            return f"{body}:{mention.said}"
        case "scope":
            return f"{body}:{mention.said}={due}"
        case _:
            return mention.said


def _body(case: Case) -> str | None:
    """The kind of body that speaks: its kind, and for a department the word that ends its name."""
    agency = case.dossier.agency
    if agency is None or agency.kind is None:
        return None
    if agency.kind != "部门":
        return agency.kind
    return next((f"部门{end[0]}" for end in _BUREAUS if normalised(agency.name).endswith(end)), "部门")


def _own_doubts(case: Case, mention: Mention) -> Iterator[str]:
    report, year = case.report, case.report.report_year
    if mention.kind in ("done", "counted", "planned", "notice") and not report.year.sure:
        yield "year"
    if mention.kind in ("own-name", "scope") and not report.agency.sure:
        yield "agency"
    said = case.sentences[mention.sentence].text[mention.start : mention.end]
    if mention.kind == "done" or (mention.kind == "counted" and not _BEFALLEN.search(said)):
        yield "told-of-another-year"
    if mention.kind == "notice" and year is not None and int(mention.said) > year:
        yield "year-of-issue"
    if mention.kind == "planned" and year is not None and int(mention.said) > year + 1:
        yield "goal-of-later-years"
    if mention.kind == "parts" and any(s.number is None for s in report.sections):
        yield "parts-of-its-own"


def _expected(case: Case, mention: Mention) -> Words:
    due = _due(case, mention)
    match mention.kind:
        case "own-name":
            agency = case.dossier.agency
            return words(f"judging.self-{agency.kind if agency and agency.kind else '部门'}")
        case "title":
            return words("judging.usual-title")
        case "ending":
            return words("judging.full-stop")
        case "decree":
            return words("judging.decree")
        case _:
            return Words(due or "", due or "")


def _sentence(case: Case, record: Record) -> Sentence:
    return case.sentences[int(value(record, "sentence") or 0)]


def _mention(case: Case, record: Record) -> Mention:
    """The mention that a row was made of."""
    at = (text(record, "kind"), value(record, "sentence"), value(record, "start"))
    return next(m for m in case.mentions if (m.kind, float(m.sentence), float(m.start)) == at)
