"""The statutory forms (年度报告格式), read from their data files."""

from functools import cache

from gouji.data import data_file
from gouji.form.model import Form, Line, form_from

NAMES = ("2019", "2021")


@cache
def form(name: str) -> Form:
    """The form of this name, "2019" or "2021"."""
    return form_from(data_file(__name__, f"{name}.yaml"))


def form_for(year: int) -> Form:
    """The form that a report on this year had to follow."""
    return form("2021" if year >= form("2021").first_year else "2019")


def lines_of(name: str, figure_id: str) -> tuple[Line, Line]:
    """The row and the column of a figure of this form, or of another where a report mixes them."""
    return next(form(each) for each in (name, *NAMES) if form(each).has(figure_id)).line(figure_id)
