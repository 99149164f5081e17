"""Gitea and Forgejo by their API."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from connectors.trackers.failing import nonsense, refused, unreachable
from connectors.trackers.forge import Forge, Json
from connectors.trackers.model import Entry, Held, Picture

_COLOUR = "#b60205"


class Gitea(Forge):
    per_page, per_page_name = 50, "limit"
    list_query: Mapping[str, str] = {"state": "all", "type": "issues"}

    @cached_property
    def _client(self) -> Any:
        import ssl

        import httpx

        setting = self._setting
        headers = {"Authorization": f"token {setting.password}", "Accept": "application/json"}
        base = setting.address.rstrip("/").removesuffix("/api/v1") + "/api/v1"
        # The certificates of all authorities take a while to read, and nobody shows one where nothing is enciphered.
        secured = base.lower().startswith("https:")
        trust = ssl.create_default_context(cafile=setting.ca) if secured else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        return httpx.Client(base_url=base, headers=headers, timeout=setting.timeout, verify=trust)

    def _ask(
        self, method: str, path: str, *, of_ticket: bool = False, params: Mapping[str, Any] | None = None, json: Json | None = None
    ) -> tuple[Mapping[str, str], Any]:
        return self._request(method, path, of_ticket=of_ticket, params=params, json=json)

    def _request(self, method: str, path: str, *, of_ticket: bool, **what: Any) -> tuple[Mapping[str, str], Any]:
        import httpx

        secret = self._setting.password
        try:
            answer = self._client.request(method, path, **what)
        except httpx.TransportError as exc:
            raise unreachable(self.name, exc) from None
        if not answer.is_success:
            raise refused(self.name, answer.status_code, answer.headers, answer.text, secret=secret, of_ticket=of_ticket)
        try:
            return answer.headers, answer.json()
        except ValueError:
            raise nonsense(self.name, answer.text, secret) from None

    def _issues(self) -> str:
        return f"/repos/{self._setting.place}/issues"

    def _new(self, entry: Entry) -> Json:
        return {**super()._new(entry), "labels": self._numbers(list(entry.labels))}

    def _set_labels(self, held: Held, labels: list[str]) -> None:
        self._ask("PUT", f"{self._issue(held.id)}/labels", of_ticket=True, json={"labels": self._numbers(labels)})

    def _numbers(self, labels: list[str]) -> list[int]:
        """Gitea wants labels by number; one that is not there is made."""
        path = f"/repos/{self._setting.place}/labels"
        known = {str(label["name"]): int(label["id"]) for label in self._pages(path, {})}
        for label in labels:
            if label not in known:
                known[label] = int(self._ask("POST", path, json={"name": label, "color": _COLOUR})[1]["id"])
        return [known[label] for label in labels]

    def attach(self, held: Held, entry: Entry, picture: Picture) -> None:
        files = {"attachment": (picture.name, picture.data, picture.media)}
        self._request("POST", f"{self._issue(held.id)}/assets", of_ticket=True, params={"name": picture.name}, files=files)

    def _pictures(self, issue: Json, ours: frozenset[str]) -> frozenset[str]:
        return frozenset(str(asset["name"]) for asset in issue.get("assets") or ())
