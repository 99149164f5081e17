"""What kind of body reports: whether it makes 规章, at which level it stands, and in what field it works."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from expectations.frames.kind import Case
from gouji.agencies.naming import parse
from gouji.data import data_file

_DEPARTMENT = "部门"
_TOWNS = ("乡镇", "街道")


def power(case: Case) -> str | None:
    """with, without, or None where neither roster nor name settles whether the body makes 规章."""
    agency = case.dossier.agency
    if agency is None or agency.makes_regulations is None:
        return None
    return "with" if agency.makes_regulations else "without"


def level(case: Case) -> str | None:
    """乡镇, 街道 or 县级部门; None for any other body and where the name does not show it."""
    agency = case.dossier.agency
    if agency is None:
        return None
    if agency.kind in _TOWNS:
        return agency.kind
    return "县级部门" if agency.kind == _DEPARTMENT and _parts(agency.name)[0] else None


def field_of_work(case: Case) -> str | None:
    """The field that a department's name shows, one of the data file's, or 乡镇, 街道; None for any other body and an unknown field."""
    agency = case.dossier.agency
    if agency is not None and agency.kind in _TOWNS:
        return agency.kind
    if agency is None or agency.kind != _DEPARTMENT:
        return None
    body = _parts(agency.name)[1]
    return next((name for name, pattern in _fields().items() if re.search(pattern, body)), None)


@lru_cache(maxsize=4096)
def _parts(name: str) -> tuple[str, str]:
    """The county in a body's name, and the body without its places."""
    parsed = parse(name)
    return parsed.county, parsed.body


@cache
def _fields() -> Mapping[str, str]:
    found: Mapping[str, str] = data_file("expectations.frames", "fields.yaml")
    return found
