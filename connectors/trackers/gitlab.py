"""GitLab by python-gitlab."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any
from urllib.parse import quote

from connectors.trackers.failing import nonsense, refused, unreachable
from connectors.trackers.forge import Forge, Json
from connectors.trackers.model import Entry, Picture


class GitLab(Forge):
    number, body, address, body_sent = "iid", "description", "web_url", "description"
    closing: Mapping[str, str] = {"state_event": "close"}
    opening: Mapping[str, str] = {"state_event": "reopen"}
    edit_method = "PUT"
    list_query: Mapping[str, str] = {"scope": "all", "order_by": "created_at", "sort": "asc"}
    comments_query: Mapping[str, str] = {"order_by": "created_at", "sort": "asc"}

    @cached_property
    def _client(self) -> Any:
        import gitlab

        setting = self._setting
        return gitlab.Gitlab(
            setting.address, private_token=setting.password, timeout=setting.timeout, keep_base_url=True,
            ssl_verify=str(setting.ca) if setting.ca else True, retry_transient_errors=False,
        )  # fmt: skip

    def _ask(
        self, method: str, path: str, *, of_ticket: bool = False, params: Mapping[str, Any] | None = None, json: Json | None = None
    ) -> tuple[Mapping[str, str], Any]:
        return self._request(method, path, of_ticket=of_ticket, query_data=dict(params or {}), post_data=json)

    def _request(self, method: str, path: str, *, of_ticket: bool, **what: Any) -> tuple[Mapping[str, str], Any]:
        import requests
        from gitlab.exceptions import GitlabError, GitlabHttpError

        secret, answers = self._setting.password, list[Any]()
        hooks = self._client.session.hooks["response"]
        hooks[:] = [lambda answer, *_args, **_more: answers.append(answer)]  # the library's own errors carry no headers
        try:
            answer = self._client.http_request(method, path, obey_rate_limit=False, max_retries=0, **what)
        except GitlabError as exc:
            headers = answers[-1].headers if answers else {}
            if isinstance(exc, GitlabHttpError) or exc.response_code:
                said = str(exc.error_message)
                raise refused(self.name, exc.response_code or 0, headers, said, secret=secret, of_ticket=of_ticket) from None
            raise refused(self.name, 0, headers, str(exc), secret=secret) from None
        except requests.RequestException as exc:
            raise unreachable(self.name, exc) from None
        try:
            return {key.lower(): value for key, value in answer.headers.items()}, answer.json()
        except ValueError:
            raise nonsense(self.name, answer.text, secret) from None

    def _project(self) -> str:
        return f"/projects/{quote(self._setting.place, safe='')}"

    def _issues(self) -> str:
        return f"{self._project()}/issues"

    def _comments(self, id: str) -> str:
        return f"{self._issue(id)}/notes"

    def _new(self, entry: Entry) -> Json:
        return {**super()._new(entry), "labels": ",".join(entry.labels)}

    def _set_labels(self, held: Any, labels: list[str]) -> None:
        self._edit(held.id, {"labels": ",".join(labels)})

    def _uploaded(self, entry: Entry, picture: Picture) -> str:
        files = {"file": (picture.name, picture.data, picture.media)}
        _, answer = self._request("POST", f"{self._project()}/uploads", of_ticket=False, files=files)
        return str(answer["markdown"])
