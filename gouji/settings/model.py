"""What the configuration holds, key by key, with the types and defaults that the contract gives."""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

from gouji.publication import Stage
from gouji.settings.fields import (
    Address,
    Bucket,
    Cron,
    FilePath,
    FolderPath,
    HiddenAddress,
    Home,
    LedgerUrl,
    Quiet,
    SecretKey,
    Timezone,
    WebAddress,
)
from gouji.settings.language import Language
from gouji.settings.lines import KeyPath
from gouji.settings.secret import Secret

Name = Annotated[str, Field(min_length=1)]
Share = Annotated[float, Field(ge=0, le=1)]
When = Literal["patrol", "daily", "weekly", "before-deadline", "after-deadline"]
Days = Annotated[int, Field(ge=1, le=60)]


class Table(BaseModel):
    """A table of the configuration: an unknown key and a value of another type are refused, nothing changes afterwards."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, arbitrary_types_allowed=True, allow_inf_nan=False)


class Schedule(Table):
    """When `gouji serve` starts a patrol, in the configuration's timezone."""

    cron: Annotated[tuple[Cron, ...], Field(min_length=1, strict=False)] = ("0 6 * 1-3 *", "0 6 1 4-12 *")


class FolderSetting(Table):
    type: Literal["folder"]
    name: Name
    path: FolderPath
    stage: Annotated[Stage, Field(strict=False)] = Stage.PUBLISHED


class WebTable(Table):
    """How web servers are asked. `risks` are what an old server needs and the operator accepts; `ca` is a file of certificates to trust."""

    type: Literal["website", "list"]
    name: Name
    allow_hosts: Annotated[tuple[Name, ...], Field(strict=False)] = ()
    requests_per_second: Annotated[float, Field(gt=0)] = 1.0
    contact: Address | None = None
    risks: Annotated[tuple[Literal["weak-tls", "gbk-headers", "wrong-content-type"], ...], Field(strict=False)] = ()
    ca: FilePath | None = None
    stage: Annotated[Stage, Field(strict=False)] = Stage.PUBLISHED


class WebsiteSetting(WebTable):
    type: Literal["website"]
    url: WebAddress
    from_year: Annotated[int, Field(ge=2008)] | None = None


class ListSetting(WebTable):
    type: Literal["list"]
    path: FilePath


class ObjectStoreSetting(Table):
    """A bucket of a store that speaks S3. Without a key it is asked anonymously; `addressing` says where the bucket's name goes."""

    type: Literal["object-store"]
    name: Name
    bucket: Bucket
    prefix: str = ""
    endpoint: WebAddress | None = None
    region: Name | None = None
    key: SecretKey | None = None
    secret: SecretKey | None = None
    addressing: Literal["path", "virtual"] = "path"
    ca: FilePath | None = None
    max_megabytes: Annotated[int, Field(gt=0)] = 100
    stage: Annotated[Stage, Field(strict=False)] = Stage.PUBLISHED


SourceSetting = Annotated[FolderSetting | WebsiteSetting | ListSetting | ObjectStoreSetting, Field(discriminator="type")]


class RosterSetting(Table):
    path: FilePath


class RulesSetting(Table):
    path: FilePath


class MailSetting(Table):
    """`ca` is a file of certificates to trust, for a mail server whose certificate the office made itself.

    `to` gets all news. With `bodies` each body of the roster gets its own, with `superiors` a body those of its subordinates.
    `when` says which letters there are, `days` how many days before a deadline, `quiet` at which hours none goes out.
    """

    host: Name
    port: Annotated[int, Field(ge=1, le=65535)] = 25
    security: Literal["none", "starttls", "tls"] = "none"
    sender: Address = Field(alias="from")
    to: Annotated[tuple[Address, ...], Field(min_length=1, strict=False)]
    user: Name | None = None
    password: SecretKey | None = None
    ca: FilePath | None = None
    timeout: Annotated[float, Field(gt=0)] = 30.0
    bodies: bool = False
    superiors: bool = False
    when: Annotated[tuple[When, ...], Field(min_length=1, strict=False)] = ("patrol",)
    days: Days = 7
    quiet: Annotated[tuple[Quiet, ...], Field(strict=False)] = ()


class NoticeSetting(Table):
    """A chat or any other service that Apprise speaks; `url` is Apprise's address of it, with its keys in it.

    `agency` is the body whose own findings (`to = "body"`), or whose subordinates' (`"superior"`), are told there.
    """

    url: SecretKey
    to: Literal["operator", "office", "body", "superior"]
    name: Name | None = None
    agency: Name | None = None
    when: When = "patrol"
    days: Days = 7
    quiet: Annotated[tuple[Quiet, ...], Field(strict=False)] = ()
    language: Language | None = None

    @property
    def key(self) -> str:
        """What the ledger calls it, whatever its place among the others."""
        return self.name or "-".join(filter(None, (self.url.place, self.to, self.agency, self.when)))


class OperatorSetting(Table):
    """Who is told that the software or the machine failed: by the server of [mail], or by Apprise."""

    to: Annotated[tuple[Address, ...], Field(strict=False)] = ()
    url: SecretKey | None = None


class PagesSetting(Table):
    """Where people open the pages, if they are served: links in letters begin so."""

    url: WebAddress


class TemplatesSetting(Table):
    """A folder of texts that go instead of ours, by the same names."""

    path: FolderPath


class PrivacySetting(Table):
    """Who is told at once that a report may hold somebody's personal data; it goes by the server of [mail]."""

    to: Annotated[tuple[Address, ...], Field(min_length=1, strict=False)]


class TrackerSetting(Table):
    """`columns` are an xlsx list's headings, each with what stands under it; `body` is what a webhook sends, a Jinja2 template.

    Without `evidence` no pictures are put there. `pause` are the seconds between two writes. `kind` is the type of a Jira issue, or
    the name of a Redmine tracker.
    """

    type: Literal["xlsx", "folder", "webhook", "github", "gitlab", "gitea", "jira", "redmine"]
    name: Name | None = None
    path: FolderPath | None = None
    url: HiddenAddress | None = None
    project: Name | None = None
    repository: Name | None = None
    api: WebAddress | None = None
    user: Name | None = None
    token: SecretKey | None = None
    sheet: Name | None = None
    columns: dict[Name, str] | None = None
    body: Name | None = None
    kind: Name | None = None
    evidence: bool = True
    pause: Annotated[float, Field(ge=0)] | None = None
    ca: FilePath | None = None
    timeout: Annotated[float, Field(gt=0)] = 30.0

    @property
    def address(self) -> str:
        """Where the tracker's server is, a secret address looked up now."""
        given = self.url or self.api or ""
        return given.reveal() if isinstance(given, Secret) else given

    @property
    def place(self) -> str:
        """The project, or the repository, whichever is given."""
        return self.project or self.repository or ""

    @property
    def password(self) -> str:
        return "" if self.token is None else self.token.reveal()


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
