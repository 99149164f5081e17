"""One row a figure that two files of one report both print: what stands in the one beside what stands in the other.

What is no number in either is not judged, and said to be where the two print something else: a blank, a mark and 0 differ.
"""

from collections.abc import Iterator, Sequence

from expectations.frames.figures import printed
from expectations.frames.kind import NUMBER, TEXT, Case, Cell, NotJudged, Record, Told, number, plain_number, text, value
from expectations.rule import Rule
from gouji.finding import Words
from gouji.report import Figure, Report, State
from gouji.words import words
from gouji.words.places import in_a_row, listed, place_in_words, short_name

_RULE = "versions-differ"
_MOST = 5
_FROM_IMAGES = frozenset({"scan", "image"})
_OFFICES = ("办公室", "办公厅")


class RenderingsFrame:
    name = "renderings"
    columns = {
        "other": NUMBER, "source": TEXT, "other_source": TEXT, "figure": TEXT, "printed": TEXT, "other_printed": TEXT,
        "value": NUMBER, "other_value": NUMBER,
    }  # fmt: skip
    offers = frozenset({"where", "printed", "expected", "count"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        others = case.dossier.others
        if not others:
            yield NotJudged(_RULE, "one-file")
        for index, other in enumerate(others):
            for name, figure in case.report.figures.items():
                theirs = other.figures.get(name) or Figure(name, None, State.ABSENT)
                values = number(figure), number(theirs)
                if None not in values:
                    sources = case.report.source, other.source
                    yield float(index), *sources, name, printed(figure), printed(theirs), *values
                elif _said(figure) != _said(theirs):
                    yield NotJudged(_RULE, "no-number-in-both", "figure", figure.table, name)

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        return (text(record, "figure"),)

    def section(self, record: Record) -> int | None:
        return None

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        """Why some of the differences may be none."""
        found = (_doubts(case.report, _other(case, record), text(record, "figure")) for record in records)
        return tuple(dict.fromkeys(doubt for doubts in found for doubt in doubts))

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        return None

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        first = records[0]
        ours, theirs = plain_number(value(first, "value")), plain_number(value(first, "other_value"))
        values = {
            "where": place_in_words(case.form.name, case.figure(text(first, "figure"))),
            "printed": ours,
            "expected": theirs,
            "count": len({record["figure"] for record in records}),
        }
        # Which of the two is right nobody can tell from them, so nothing is said to be expected.
        return Told(values, None, f"{ours}／{theirs}", tail=tuple(_tail(case, records, index) for index in _indexes(records)))


def _other(case: Case, record: Record) -> Report:
    return case.dossier.others[int(value(record, "other") or 0)]


def _said(figure: Figure) -> str | State:
    """What a person sees: a number or a mark as printed, or what kind of nothing."""
    return printed(figure) or figure.state


def _doubts(one: Report, other: Report, name: str) -> list[str]:
    figures = one.figures[name], other.figures[name]
    found = [doubt for figure in figures for doubt in figure.doubts]
    found += [doubt for report in (one, other) for doubt in report.doubts]
    if _from_images(one) or _from_images(other):
        found.append("from-images")
    if _is_of_office(one) != _is_of_office(other):
        found.append("another-scope")
    # Only running text has no cells of its own; there digits may be put into a neighbour's.
    in_lines = any(figure.place is not None and figure.place.line is not None for figure in figures)
    if in_lines and _digits_of_row(one, figures[0]) == _digits_of_row(other, figures[1]):
        found.append("cells-split-in-reading")
    return found


def _from_images(report: Report) -> bool:
    """Whether figures were recognised and not read: a sign that looks like another may be taken for it."""
    return report.format in _FROM_IMAGES or any("ocr" in figure.doubts for figure in report.figures.values())


def _is_of_office(report: Report) -> bool:
    """A government's report and its office's own are two, and may stand side by side."""
    return (report.agency.value or "").endswith(_OFFICES)


def _digits_of_row(report: Report, figure: Figure) -> str:
    """All digits of the figure's row, whichever of its cells they were put into."""
    row = (f for f in report.figures.values() if (f.table, f.row) == (figure.table, figure.row))
    return "".join(sign for f in row for sign in f.raw or "" if sign.isdigit())


def _indexes(records: Sequence[Record]) -> list[int]:
    return sorted({int(value(record, "other") or 0) for record in records})


def _tail(case: Case, records: Sequence[Record], index: int) -> Words:
    """The two files by name, and what each prints of the first figures."""
    own = [record for record in records if int(value(record, "other") or 0) == index]
    names = [_named(report.source) for report in (case.report, case.dossier.others[index])]
    return words("judging.versions", one=names[0], other=names[1], figures=listed([_both(record) for record in own], most=_MOST))


def _named(source: str) -> str:
    return source.rstrip("/").rpartition("/")[2] or source


def _both(record: Record) -> Words:
    table, row, column = text(record, "figure").split(".")
    place = in_a_row((short_name("row", table, row), short_name("column", table, column)), "·", " · ")
    return words("judging.version", where=place, one=text(record, "printed"), other=text(record, "other_printed"))
