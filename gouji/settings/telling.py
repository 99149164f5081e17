"""Who is told, and how: mail, chats, the operator, links and texts."""

from typing import Annotated, Literal

from pydantic import Field

from gouji.language import Language
from gouji.settings.fields import Address, FilePath, FolderPath, Quiet, SecretKey, WebAddress
from gouji.settings.table import Days, Name, Table

When = Literal["patrol", "daily", "weekly", "before-deadline", "after-deadline"]


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
