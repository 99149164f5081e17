"""GitHub, and servers with its API, by PyGithub. Pictures lie in a branch of their own, since its API attaches no files."""

import base64
from collections.abc import Mapping
from functools import cached_property
from typing import Any
from urllib.parse import quote

from connectors.trackers.failing import refused, unreachable
from connectors.trackers.forge import Forge, Json
from connectors.trackers.model import Entry, FilingFailed, Kind, Picture

BRANCH = "gouji-evidence"
_PAUSE = 1.0  # GitHub asks for a second between writes


class GitHub(Forge):
    list_query: Mapping[str, str] = {"state": "all", "sort": "created", "direction": "asc"}

    @cached_property
    def _requester(self) -> Any:
        from github import Auth, Github

        setting = self._setting
        pause = _PAUSE if setting.pause is None else setting.pause
        client = Github(
            auth=Auth.Token(setting.password), base_url=(setting.address or "https://api.github.com").rstrip("/"),
            timeout=int(setting.timeout), retry=None, verify=str(setting.ca) if setting.ca else True,
            seconds_between_requests=0, seconds_between_writes=pause, user_agent="gouji",
        )  # fmt: skip
        return client.requester

    def _ask(
        self, method: str, path: str, *, of_ticket: bool = False, params: Mapping[str, Any] | None = None, json: Json | None = None
    ) -> tuple[Mapping[str, str], Any]:
        import requests
        from github import GithubException

        secret = self._setting.password
        try:
            headers, data = self._requester.requestJsonAndCheck(method, path, parameters=dict(params or {}), input=json)
        except GithubException as exc:
            said = str(exc.data or exc.message or "")
            raise refused(self.name, exc.status, exc.headers or {}, said, secret=secret, of_ticket=of_ticket) from None
        except (requests.RequestException, ValueError) as exc:  # ValueError: JSON that is cut short
            raise unreachable(self.name, exc) from None
        return {str(key).lower(): str(value) for key, value in headers.items()}, data

    def _issues(self) -> str:
        return f"/repos/{self._setting.place}/issues"

    def _set_labels(self, held: Any, labels: list[str]) -> None:
        self._ask("PUT", f"{self._issue(held.id)}/labels", of_ticket=True, json={"labels": labels})

    def _uploaded(self, entry: Entry, picture: Picture) -> str:
        self._ensure_branch()
        path = f"/repos/{self._setting.place}/contents/{quote(entry.key.replace(':', '-'))}/{quote(picture.name)}"
        there = self._perhaps(path, {"ref": BRANCH})
        if there is None:
            data = base64.b64encode(picture.data).decode()
            _, answer = self._ask("PUT", path, json={"message": picture.name, "content": data, "branch": BRANCH})
            there = answer.get("content") or {}
        return f"![{picture.name}]({there.get('html_url')}?raw=true)"

    def _ensure_branch(self) -> None:
        """The branch of pictures is there; it begins where the default branch is."""
        root = f"/repos/{self._setting.place}"
        if self._perhaps(f"{root}/git/ref/heads/{BRANCH}") is not None:
            return
        _, repository = self._ask("GET", root)
        _, head = self._ask("GET", f"{root}/git/ref/heads/{quote(repository['default_branch'])}")
        self._ask("POST", f"{root}/git/refs", json={"ref": f"refs/heads/{BRANCH}", "sha": head["object"]["sha"]})

    def _perhaps(self, path: str, params: Mapping[str, Any] | None = None) -> Json | None:
        """What is there; None where nothing is."""
        try:
            return dict(self._ask("GET", path, of_ticket=True, params=params)[1])
        except FilingFailed as failed:
            if failed.kind is Kind.GONE:
                return None
            raise
