"""What the configuration holds, key by key, with the types and defaults that the contract gives."""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import Field, PrivateAttr

from gouji.language import Language
from gouji.settings.fields import Cron, FilePath, Home, LedgerUrl, Timezone
from gouji.settings.lines import KeyPath
from gouji.settings.secret import Secret
from gouji.settings.sources import SourceSetting
from gouji.settings.table import Share, Table
from gouji.settings.telling import MailSetting, NoticeSetting, OperatorSetting, PagesSetting, PrivacySetting, TemplatesSetting
from gouji.settings.trackers import TrackerSetting


class Schedule(Table):
    """When `gouji serve` starts a patrol, in the configuration's timezone."""

    cron: Annotated[tuple[Cron, ...], Field(min_length=1, strict=False)] = ("0 6 * 1-3 *", "0 6 1 4-12 *")


class RosterSetting(Table):
    path: FilePath


class RulesSetting(Table):
    path: FilePath


class DeadlineSetting(Table):
    """So many days before a deadline people are told who has not published yet; none: they are not."""

    remind_days: Annotated[tuple[Annotated[int, Field(ge=0, le=366)], ...], Field(strict=False)] = (14, 3)


class Brake(Table):
    """What goes out is held when a patrol would open more tickets than both; `share` is of the bodies known.

    So it is when one rule, a new release or one source brings more findings than `tickets`, three times as many by report as before.
    """

    tickets: Annotated[int, Field(ge=0)] = 5
    share: Share = 0.1


class Settings(Table):
    """The whole configuration. Paths are absolute; `path` is the file it was read from."""

    home: Home = Field(default=Path("gouji-data"), validate_default=True)
    ledger: LedgerUrl | None = None
    timezone: Timezone = "Asia/Shanghai"
    language: Language | None = None
    ticket_level: Literal["error", "warning"] = "error"
    ticket_years: Annotated[tuple[int, ...], Field(strict=False)] | Literal["all"] | None = None
    schedule: Schedule = Schedule()
    sources: Annotated[tuple[SourceSetting, ...], Field(strict=False)] = ()
    roster: RosterSetting | None = None
    mail: MailSetting | None = None
    privacy: PrivacySetting | None = None
    trackers: Annotated[tuple[TrackerSetting, ...], Field(strict=False)] = ()
    brake: Brake = Brake()
    deadline: DeadlineSetting = DeadlineSetting()
    rules: RulesSetting | None = None
    notices: Annotated[tuple[NoticeSetting, ...], Field(strict=False)] = ()
    operator: OperatorSetting | None = None
    pages_at: PagesSetting | None = Field(default=None, alias="pages")
    templates: TemplatesSetting | None = None

    _path: Path = PrivateAttr(default=Path("gouji.toml"))
    _lines: dict[KeyPath, int] = PrivateAttr(default_factory=dict)

    @property
    def path(self) -> Path:
        return self._path

    def line(self, *key: str | int) -> int | None:
        """The line of the configuration file on which a key stands; None for a default."""
        return self._lines.get(key)

    @property
    def tracker_names(self) -> tuple[str, ...]:
        """What the trackers are called: as they are named, else after their type, with a number where that would come twice."""
        names: list[str] = []
        for tracker in self.trackers:
            same = sum(other.type == tracker.type and other.name is None for other in self.trackers[: len(names)])
            names.append(tracker.name or (f"{tracker.type}-{same + 1}" if same else tracker.type))
        return tuple(names)

    @property
    def ledger_url(self) -> str:
        """The database's address, a secret one looked up now."""
        if isinstance(self.ledger, Secret):
            return self.ledger.reveal()
        return self.ledger or f"sqlite:///{self.home / 'ledger.sqlite'}"

    @property
    def archive(self) -> Path:
        return self.home / "archive"

    @property
    def pages(self) -> Path:
        return self.home / "pages"

    @property
    def rehearsed(self) -> Path:
        """Where the last dry run left its pages; the next one puts its own in their place."""
        return self.home / "dry-run"

    @property
    def logs(self) -> Path:
        return self.home / "logs"

    @property
    def confidential(self) -> Path:
        """Where urgent messages are written that nobody is configured to get: beside the ledger, never among the pages."""
        return self.home / "confidential"

    @property
    def urgent_to(self) -> tuple[str, ...]:
        """Who gets urgent messages by mail; nobody where no mail is configured."""
        if self.mail is None:
            return ()
        return self.privacy.to if self.privacy else self.mail.to

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    def tickets_for(self, year: int, today: date) -> bool:
        """Whether reports of this year get tickets: by default those of the year before today's."""
        if self.ticket_years is None:
            return year == today.year - 1
        return self.ticket_years == "all" or year in self.ticket_years
