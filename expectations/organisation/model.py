"""What an organisation's file may hold, key by key."""

import re
from datetime import date
from typing import Annotated, Any, Literal, NoReturn

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from gouji.agency import KINDS
from gouji.finding import Severity
from gouji.settings.table import Table


def _refuse() -> NoReturn:
    raise PydanticCustomError("wrong-value", "refused")


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip() or "\0" in value or len(value) > 4000:
        _refuse()
    return value


def _name(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", value) or len(value) > 60:
        _refuse()
    return value


def _day(value: object) -> date:
    """A day as TOML writes one, or the same in quotes; a moment is none."""
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            _refuse()
    if type(value) is not date:
        _refuse()
    return value


def _month_and_day(value: object) -> tuple[int, int]:
    found = re.fullmatch(r"(\d\d)-(\d\d)", value) if isinstance(value, str) else None
    if found is None:
        _refuse()
    try:
        day = date(2023, int(found[1]), int(found[2]))  # no leap year: a deadline is there every year
    except ValueError:
        _refuse()
    return day.month, day.day


def _fingerprint(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9a-f]{8,32}", value):
        _refuse()
    return value


Text = Annotated[str, BeforeValidator(_text)]
Name = Annotated[str, BeforeValidator(_name)]
Day = Annotated[date, BeforeValidator(_day)]
MonthAndDay = Annotated[tuple[int, int], BeforeValidator(_month_and_day)]
Fingerprint = Annotated[str, BeforeValidator(_fingerprint)]
Number = Annotated[float, Field(strict=True)]
Texts = Annotated[tuple[Text, ...], Field(strict=False, min_length=1)]
Names = Annotated[tuple[Name, ...], Field(strict=False)]
Level = Annotated[Severity, Field(strict=False)]
Status = Literal["in-force", "trial"]


class Said(Table):
    """One text in both languages."""

    zh: Text
    en: Text


class Changed(Table):
    """What is changed of a rule of the catalogue; further keys are its thresholds."""

    model_config = {**Table.model_config, "extra": "allow"}

    severity: Level | None = None
    status: Status | None = None
    enabled: bool = True

    @property
    def thresholds(self) -> dict[str, Any]:
        return dict(self.model_extra or {})


class Tried(Table):
    """A sample of a local rule: a sound report with these cells printed, these sentences said (in section one), or a file as it is."""

    figures: dict[str, str] = Field(default_factory=dict)
    sentences: Annotated[tuple[Text, ...], Field(strict=False)] = ()
    file: Text | None = None


class Local(Table):
    """A rule of the organisation's own, with the keys of the catalogue and its samples."""

    name: Name
    severity: Level
    status: Status = "in-force"
    forms: Texts = ("2021",)
    frame: Text
    shape: Text
    column: Text | None = None
    other: Text | None = None
    columns: Texts | None = None
    min: Number | None = None
    max: Number | None = None
    patterns: Texts | None = None
    values: Texts | None = None
    where: dict[str, str | list[str] | dict[str, bool | int | float]] = Field(default_factory=dict)
    one_finding_per: Literal["row", "report", "figures"] = "row"
    yields_to: Names = ()
    formerly: Names = ()
    mendable: bool = True
    basis: Text
    since: Text = "local"
    title: Said
    message: Said
    explanation: Said
    fix: Said
    sound: Tried | None = None
    faulty: Tried | None = None


class Days(Table):
    """Deadlines: days other than the law's, `local` those of a local notice, and how days off and days of grace move them."""

    department: MonthAndDay | None = None
    government: MonthAndDay | None = None
    local: dict[Literal[KINDS], MonthAndDay] = Field(default_factory=dict)  # type: ignore[valid-type]  # the same words as the roster's
    holidays: Annotated[tuple[Day, ...], Field(strict=False)] = ()
    workdays: Annotated[tuple[Day, ...], Field(strict=False)] = ()
    weekends: bool = False
    grace: Annotated[int, Field(ge=0, le=366)] = 0


class Row(Table):
    table: Literal["disclosure", "applications"]
    label: Text
    counted: bool = False


class Waived(Table):
    rule: Name | None = None
    agency: Text | None = None
    fingerprint: Fingerprint | None = None
    year: Annotated[int, Field(ge=2008, le=2200)] | None = None
    until: Day
    by: Text
    reason: Text


class OrganisationFile(Table):
    """The whole file; nothing in it has to be there."""

    rules: dict[str, Changed] = Field(default_factory=dict)
    local: Annotated[tuple[Local, ...], Field(strict=False)] = ()
    deadlines: Days = Days()
    rows: Annotated[tuple[Row, ...], Field(strict=False)] = ()
    waivers: Annotated[tuple[Waived, ...], Field(strict=False)] = ()
