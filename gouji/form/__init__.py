"""The statutory forms (年度报告格式), read from their data files."""

from functools import cache
from importlib.resources import files

import yaml

from gouji.form.model import Form, form_from

NAMES = ("2019", "2021")


@cache
def form(name: str) -> Form:
    """The form of this name, "2019" or "2021"."""
    return form_from(yaml.safe_load((files(__name__) / f"{name}.yaml").read_text("utf-8")))


def form_for(year: int) -> Form:
    """The form that a report on this year had to follow."""
    return form("2021" if year >= form("2021").first_year else "2019")
