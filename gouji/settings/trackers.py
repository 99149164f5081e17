"""Where tickets go: the tables [[trackers]]."""

from typing import Annotated, Literal

from pydantic import Field

from gouji.settings.fields import FilePath, FolderPath, HiddenAddress, SecretKey, WebAddress
from gouji.settings.secret import Secret
from gouji.settings.table import Name, Table


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
