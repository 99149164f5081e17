"""Sources, and what they would collect, for programs."""

from collections.abc import Sequence
from typing import Any

from connectors.sources.survey import Aside, Item, Survey
from flows.cli.formats.sources_toml import as_toml
from flows.surveys import Named
from gouji.settings import FolderSetting, ListSetting, ObjectStoreSetting, SourceSetting, WebsiteSetting


def sources(settings: Sequence[SourceSetting]) -> dict[str, Any]:
    return {"schema": "gouji/sources-1", "sources": [_source(setting) for setting in settings]}


def surveys(surveyed: Sequence[tuple[SourceSetting, Survey, Named | None]]) -> dict[str, Any]:
    listed = [
        {**_source(setting), **_survey(survey), "roster": _beside(beside) if beside else None} for setting, survey, beside in surveyed
    ]
    return {"schema": "gouji/sources-check-1", "sources": listed}


def trial(setting: WebsiteSetting, survey: Survey, beside: Named | None) -> dict[str, Any]:
    return {
        "schema": "gouji/sources-try-1",
        "source": {**_source(setting), **_survey(survey)},
        "roster": _beside(beside) if beside else None,
        "toml": as_toml(setting, survey) if survey.items else None,
    }


def where(setting: SourceSetting) -> str:
    """The place of a source, as its configuration has it."""
    match setting:
        case FolderSetting() | ListSetting():
            return str(setting.path)
        case WebsiteSetting():
            return setting.url
        case ObjectStoreSetting():
            return f"s3://{setting.bucket}/{setting.prefix}" + (f" @ {setting.endpoint}" if setting.endpoint else "")


def _source(setting: SourceSetting) -> dict[str, Any]:
    return {"name": setting.name, "type": setting.type, "where": where(setting), "stage": str(setting.stage)}


def _survey(survey: Survey) -> dict[str, Any]:
    return {
        "ok": not survey.troubles,
        "family": survey.family,
        "pages": survey.pages,
        "reports": [_item(item) for item in survey.items],
        "left_out": [_aside(aside) for aside in survey.asides],
        "troubles": [trouble.as_json() for trouble in survey.troubles],
    }


def _item(item: Item) -> dict[str, Any]:
    day = item.published_on.isoformat() if item.published_on else None
    return {"location": item.location, "title": item.title, "year": item.year, "published_on": day}


def _aside(aside: Aside) -> dict[str, Any]:
    return {"location": aside.location, "title": aside.title, "reason": aside.reason.as_json(), "doubt": aside.doubt}


def _beside(beside: Named) -> dict[str, Any]:
    return {
        "year": beside.year,
        "missing": [agency.name for agency in beside.missing],
        "doubtful": [{"title": title, "agency": agency.name} for title, agency in beside.guessed],
        "undated": [{"title": title, "agency": agency.name} for title, agency in beside.undated],
        "unnamed": list(beside.unnamed),
    }
