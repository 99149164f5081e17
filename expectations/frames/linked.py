"""One row a page or file of a published report, as fetched: what was answered, how often, and why it does not open."""

from collections.abc import Iterator, Sequence

from expectations.frames.kind import NUMBER, TEXT, Case, Cell, NotJudged, Record, Told, plain_number, text, value
from expectations.frames.plain import PlainFrame, not_judged, published
from expectations.rule import Rule
from gouji.finding import Words
from gouji.publication import Linked
from gouji.words import words

_BROKEN, _DAMAGED = _RULES = ("link-broken", "file-damaged")


class LinkedFrame(PlainFrame):
    name = "linked"
    columns = {
        "address": TEXT, "words": TEXT, "answer": TEXT, "times": NUMBER, "hours": NUMBER, "trouble": TEXT, "alike": NUMBER,
        "doubts": TEXT,
    }  # fmt: skip
    offers = frozenset({"where", "printed", "expected", "count"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        publication = published(case)
        if publication is None or publication.linked is None:
            yield from not_judged(_RULES, "not-published" if publication is None else "not-fetched")
            return
        for link in publication.linked:
            answer, times = _last_answers(link)
            doubts = " ".join(link.doubts) or None
            yield link.address, link.text, answer, times, link.hours, link.trouble, float(link.alike), doubts
        if not any(link.answers for link in publication.linked):
            yield NotJudged(_BROKEN, "not-fetched")
        if not any(link.alike for link in publication.linked):
            yield NotJudged(_DAMAGED, "not-fetched")

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        if rule.name == _DAMAGED:
            return ("another-program-may",)
        return tuple(dict.fromkeys(doubt for record in records for doubt in str(record["doubts"] or "").split()))

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        first = records[0]
        broken = rule.name == _BROKEN
        printed = Words(text(first, "answer"), text(first, "answer")) if broken else words(f"judging.file-{first['trouble']}")
        due = Words("200", "200") if broken else words("judging.file-opens")
        named = text(first, "words") or text(first, "address").rstrip("/").rpartition("/")[2]
        values = {
            "where": Words(f"“{named}”", f"“{named}”"),
            "printed": printed,
            "expected": due,
            "count": plain_number(value(first, "times")),
        }
        return Told(values, due.zh, printed.zh, spot=text(first, "address"))


def _last_answers(link: Linked) -> tuple[str | None, float]:
    """The last answer, and how many fetches in a row ended with it."""
    if not link.answers:
        return None, 0.0
    last, times = link.answers[-1], 0
    for answer in reversed(link.answers):
        if answer != last:
            break
        times += 1
    return str(last), float(times)
