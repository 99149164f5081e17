"""A source as it is written into the configuration."""

import json
from collections.abc import Iterator

from connectors.sources.survey import Survey
from gouji.settings import WebsiteSetting

# The form of 2021 is that of the report years from 2021 on; older reports are rarely wanted.
_USUAL_FIRST_YEAR = 2021


def as_toml(setting: WebsiteSetting, survey: Survey) -> str:
    """The lines to paste into gouji.toml."""
    return "\n".join(_lines(setting, survey)) + "\n"


def _lines(setting: WebsiteSetting, survey: Survey) -> Iterator[str]:
    yield "[[sources]]"
    yield f"name = {_text(setting.name)}"
    yield 'type = "website"'
    yield f"url = {_text(setting.url)}"
    if any(item.year and item.year < _USUAL_FIRST_YEAR for item in survey.items):
        yield f"from_year = {_USUAL_FIRST_YEAR}"
    for key in ("allow_hosts", "risks"):
        if values := getattr(setting, key):
            yield f"{key} = [{', '.join(_text(value) for value in dict.fromkeys(values))}]"
    if setting.ca:
        yield f"ca = {_text(str(setting.ca))}"


def _text(value: str) -> str:
    """A basic string of TOML, which is written as JSON's is."""
    return json.dumps(value, ensure_ascii=False)
