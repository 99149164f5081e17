"""A real Redmine as the other side of the contract: each house is a project of its own on the same server."""

import re
from itertools import count
from typing import Any

import requests

from connectors.trackers.marks import mark_of
from connectors.trackers.redmine import Redmine
from gouji.settings import TrackerSetting
from tests.connectors.trackers.forges import SECRET
from tests.connectors.trackers.house import Record
from tests.connectors.trackers.redmine_instance import ADMINS, MANAGER, OURS, PERSONS
from tests.connectors.trackers.server import TOKEN, Answer, Fake, Request

_NUMBERS = count(1)
_CLOSED = 5  # 已关闭 in the default data


class RealRedmineHouse(Fake):
    """The line to the server: what the table does not know is a violation here too, and answers get lost as told."""

    api = "redmine"
    auth = ("x-redmine-api-key", TOKEN)
    list_op, create_op, comment_op = "GET /issues.json", "POST /issues.json", "PUT /issues/{id}.json"

    def __init__(self, real: str, role: int = MANAGER) -> None:
        super().__init__()
        self.real, self.project = real, f"reports-{next(_NUMBERS)}"
        new = {"name": self.project, "identifier": self.project, "is_public": False, "enabled_module_names": ["issue_tracking"]}
        self._as(ADMINS, "POST", "/projects.json", json={"project": new})
        for key, part in ((OURS, role), (PERSONS, MANAGER)):
            user = self._as(key, "GET", "/users/current.json").json()["user"]["id"]
            self._as(
                ADMINS, "POST", f"/projects/{self.project}/memberships.json", json={"membership": {"user_id": user, "role_ids": [part]}}
            )

    @property
    def tracker(self) -> Redmine:
        return Redmine(TrackerSetting(type="redmine", project=self.project, url=self.url, token=SECRET), "redmine")

    def answer(self, request: Request) -> Answer:
        method, path = request.op.split(" ")
        kind = {"Content-Type": request.headers["content-type"]} if "content-type" in request.headers else {}
        headers = {"X-Redmine-API-Key": OURS, **kind}
        found = requests.request(
            method, f"{self.real}{path.format(**request.at)}", params=request.query, data=request.raw, headers=headers, timeout=60
        )
        found.encoding = "utf-8"
        return Answer(found.status_code, None, {"Content-Type": found.headers.get("Content-Type", "")}, found.text)

    # What the contract asks of a house.
    def records(self) -> list[Record]:
        return [self._record(issue["id"]) for issue in self._issues() if mark_of(issue["description"])]

    def _issues(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        while True:
            query = {"project_id": self.project, "status_id": "*", "sort": "id", "limit": "100", "offset": str(len(found))}
            page = self._as(PERSONS, "GET", "/issues.json", params=query).json()
            found += page["issues"]
            if not page["issues"] or len(found) >= page["total_count"]:
                return found

    def _record(self, id: int) -> Record:
        issue = self.whole(str(id))
        labels = re.search(r"标签 labels: ([^\r\n]*)", issue["description"])
        pictures = tuple(self._as(PERSONS, "GET", "", url=a["content_url"]).content for a in issue["attachments"])
        notes = tuple(journal["notes"] for journal in issue["journals"] if journal["notes"])
        found = frozenset(labels[1].split(", ")) if labels else frozenset[str]()
        return Record(str(id), not issue["status"]["is_closed"], f"{issue['subject']}\n{issue['description']}", found, notes, pictures)

    def whole(self, id: str) -> dict[str, Any]:
        """The issue as a person gets it."""
        answer = self._as(PERSONS, "GET", f"/issues/{id}.json", params={"include": "journals,attachments"})
        return dict(answer.json()["issue"])

    def close(self, id: str) -> None:
        self.edit(id, {"status_id": _CLOSED})

    def say(self, id: str, text: str) -> None:
        self.edit(id, {"notes": text})

    def edit(self, id: str, fields: dict[str, Any]) -> None:
        """A person changes the ticket."""
        self._as(PERSONS, "PUT", f"/issues/{id}.json", json={"issue": fields})

    def delete(self, id: str) -> None:
        self._as(PERSONS, "DELETE", f"/issues/{id}.json")

    def crowd(self, count: int) -> None:
        for number in range(count):
            new = {"project_id": self.project, "subject": f"别人的第{number}件", "description": "与此无关"}
            self._as(PERSONS, "POST", "/issues.json", json={"issue": new})

    def _as(self, key: str, method: str, path: str, *, url: str | None = None, **what: Any) -> requests.Response:
        answer = requests.request(method, url or f"{self.real}{path}", headers={"X-Redmine-API-Key": key}, timeout=60, **what)
        answer.raise_for_status()
        return answer
