"""What changed from version to version, as the page shows it."""

from dataclasses import dataclass

from expectations.data_docs.places import figure_words
from gouji.finding import Words
from gouji.form import form
from gouji.report import Figure, State
from gouji.revision import Revision, TextChange

# A report that was replaced whole would fill pages with what changed.
_MOST = 20


@dataclass(frozen=True, slots=True)
class FigureChanged:
    """A figure's name, and what is printed there before and after."""

    id: str
    name: Words
    before: Figure
    after: Figure


@dataclass(frozen=True, slots=True)
class RevisionView:
    """The changes that are shown; `more_figures` and `more_texts` count the rest."""

    revision: Revision
    figures: tuple[FigureChanged, ...]
    texts: tuple[TextChange, ...]
    more_figures: int
    more_texts: int


def revision_view(revision: Revision) -> RevisionView:
    """A version's changes, as many as a person looks through."""
    figures = [_figure(revision.form, one.id, one.before, one.after) for one in revision.figures] if revision.form else []
    more = max(0, len(figures) - _MOST), max(0, len(revision.texts) - _MOST)
    return RevisionView(revision, tuple(figures[:_MOST]), revision.texts[:_MOST], *more)


def _figure(form_name: str | None, name: str, before: Figure | None, after: Figure | None) -> FigureChanged:
    absent = Figure(name, None, State.ABSENT)
    return FigureChanged(name, figure_words(form(form_name or ""), name), before or absent, after or absent)
