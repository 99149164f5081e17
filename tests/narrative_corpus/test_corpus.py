"""That the corpus is what it says it is, whatever the claim engine makes of it."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

import pytest

from expectations.judging import judge
from tests.narrative_corpus.corpus import Entry, entries, recombined
from tests.narrative_corpus.dossiers import dossier, silent
from tests.narrative_corpus.template import INVENTED, SETS, templates
from tests.narrative_corpus.wording import bare
from tests.narrative_corpus.world import APPLICANTS, FIGURES, RESULTS, TRACKS


# The first set, for tuning, and the newest; the long run looks at all, each against all others.
@pytest.fixture(scope="module", params=[(SETS[0], SETS[-1]), pytest.param(SETS, marks=pytest.mark.long)], ids="+".join)
def corpus(request: pytest.FixtureRequest) -> Mapping[str, list[Entry]]:
    return {name: entries(name) for name in request.param}


def everything(corpus: Mapping[str, list[Entry]]) -> list[Entry]:
    return [entry for own in corpus.values() for entry in own]


def test_each_set_has_more_than_two_thousand_sentences_of_more_than_three_hundred_wordings(corpus: Mapping[str, list[Entry]]) -> None:
    assert all(len(own) > 2000 for own in corpus.values())
    assert all(len(templates(name)) > 300 for name in corpus)


def test_no_two_sentences_are_alike_but_for_blanks_and_widths(corpus: Mapping[str, list[Entry]]) -> None:
    texts = Counter(bare(entry.text) for entry in everything(corpus))
    assert [text for text, n in texts.items() if n > 1] == []


def test_no_two_sets_share_a_wording() -> None:
    wordings = Counter(text for name in SETS for text in {t.text for t in templates(name)})
    assert [text for text, n in wordings.items() if n > 1] == []


def test_every_quantity_is_told_truly_falsely_and_of_something_else_in_every_invented_set(corpus: Mapping[str, list[Entry]]) -> None:
    kinds: dict[str, defaultdict[str, set[str]]] = {name: defaultdict(set) for name in corpus if name in INVENTED}
    for name in kinds:
        for entry in corpus[name]:
            kinds[name][entry.quantity].add(entry.kind)
    assert [name for name in kinds if kinds[name].keys() != kinds["a"].keys()] == []
    assert [(n, q) for n in kinds for q, found in kinds[n].items() if not {"true", "false", "scoped"} <= found] == []


def test_no_slot_is_left_in_a_sentence(corpus: Mapping[str, list[Entry]]) -> None:
    assert [entry.id for entry in everything(corpus) if re.search(r"[{}\[\]|]", entry.text)] == []


def test_every_sentence_stands_beside_figures_that_add_up(corpus: Mapping[str, list[Entry]]) -> None:
    assert [entry.id for entry in everything(corpus) if not adds_up(entry.figures)] == []
    assert [entry.id for entry in everything(corpus) if entry.previous and not adds_up(entry.previous)] == []


def test_last_year_carried_out_what_this_year_carried_in(corpus: Mapping[str, list[Entry]]) -> None:
    given = [entry for entry in everything(corpus) if entry.previous]
    assert given
    for entry in given:
        assert [entry.previous[f"applications.carried_out.{c}"] for c in columns()] == [
            entry.figures[f"applications.carried_in.{c}"] for c in columns()
        ]


def test_only_false_sentences_lie_and_every_lie_differs_from_the_truth(corpus: Mapping[str, list[Entry]]) -> None:
    lying = [entry for entry in everything(corpus) if entry.lies]
    assert {entry.kind for entry in lying} == {"false"}
    assert [entry.id for entry in lying for truth, printed in entry.lies.values() if truth == printed or printed < 0] == []


def test_a_false_sentence_without_a_lie_stands_in_another_world_or_has_other_words() -> None:
    for name in SETS:
        assert [t.id for t in templates(name) if t.kind == "says" and not t.falsifiable] == []
        assert [t.id for t in templates(name) if t.kind != "says" and t.falsifiable] == []


def test_the_same_seed_gives_the_same_sentences_and_another_gives_others(corpus: Mapping[str, list[Entry]]) -> None:
    some = templates("a")[::12]
    again, other = recombined(some), recombined(some, seed=1)
    known = {entry.text for entry in corpus["a"]}
    assert {entry.text for entry in again} <= known
    assert len({entry.text for entry in other} - known) > len(other) // 2


def test_nothing_is_said_of_the_reports_without_their_sentences(corpus: Mapping[str, list[Entry]]) -> None:
    some = everything(corpus)[::60]
    assert [j.findings for j in judge([silent(entry) for entry in some])] == [()] * len(some)


def test_the_sentence_stands_in_its_section_and_nowhere_else(corpus: Mapping[str, list[Entry]]) -> None:
    for entry in corpus["a"][::40]:
        sections = dossier(entry).report.sections
        assert [s.number for s in sections if any(p.text == entry.text for p in s.paragraphs)] == [entry.section]


def columns() -> tuple[str, ...]:
    return (*APPLICANTS, "total")


def adds_up(figures: Mapping[str, int]) -> bool:
    """Whether the identities of the form hold."""
    requests = {f.split(".", 1)[1]: v for f, v in figures.items() if f.startswith("applications.")}
    rows = {name.split(".")[0] for name in requests}
    outcomes = rows - {"received", "carried_in", "concluded_total", "carried_out"}
    return (
        figures.keys() == set(FIGURES)
        and all(requests[f"{r}.total"] == sum(requests[f"{r}.{a}"] for a in APPLICANTS) for r in rows)
        and all(requests[f"concluded_total.{c}"] == sum(requests[f"{o}.{c}"] for o in outcomes) for c in columns())
        and all(
            requests[f"received.{c}"] + requests[f"carried_in.{c}"] == requests[f"concluded_total.{c}"] + requests[f"carried_out.{c}"]
            for c in columns()
        )
        and all(figures[f"proceedings.{t}.total"] == sum(figures[f"proceedings.{t}.{r}"] for r in RESULTS) for t in TRACKS.values())
    )
