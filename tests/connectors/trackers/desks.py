"""Jira, whose search is late, and Redmine, which drops what its workflow does not allow."""

import re
from datetime import UTC, datetime
from typing import Any

from connectors.trackers.jira import Jira
from connectors.trackers.marks import mark_of
from connectors.trackers.redmine import Redmine
from gouji.settings import TrackerSetting
from tests.connectors.trackers.forges import SECRET, Issues
from tests.connectors.trackers.house import Record
from tests.connectors.trackers.server import TOKEN, Answer, Request

TODO, DONE = {"name": "待办", "statusCategory": {"key": "new"}}, {"name": "完成", "statusCategory": {"key": "done"}}
_SHOWN = 20  # comments that come with an issue
WAYS = [{"id": "11", "name": "开始", "to": TODO}, {"id": "31", "name": "完成", "to": DONE}]


class JiraHouse(Issues):
    """The search does not yet know the newest issue."""

    api = "jira"
    auth = ("authorization", f"Bearer {TOKEN}")
    list_op, create_op = "GET /rest/api/2/search", "POST /rest/api/2/issue"
    comment_op = "POST /rest/api/2/issue/{issueIdOrKey}/comment"
    body = "description"
    deployment = "Server"

    @property
    def tracker(self) -> Jira:
        return Jira(TrackerSetting(type="jira", project="GK", url=self.url, token=SECRET), "jira")

    def add(self, title: str, body: str, labels: list[Any]) -> dict[str, Any]:
        return super().add(title, body, labels) | {"data": []}

    def answer(self, request: Request) -> Answer:
        if request.op == "GET /rest/api/2/field":
            return Answer(200, [{"id": "summary", "name": "Summary"}, {"id": "description", "name": "Description"}])
        if request.op == "GET /rest/api/2/serverInfo":
            return Answer(200, {"versionNumbers": [9, 12, 0], "deploymentType": self.deployment})
        if request.op == self.list_op:
            start, most = int(request.query["startAt"]), int(request.query["maxResults"])
            known = self.issues[:-1]
            return Answer(200, {"issues": [self._whole(i) for i in known[start : start + most]], "startAt": start, "total": len(known)})
        if request.op == self.create_op:
            new = request.json["fields"]
            number = self.add(new["summary"], new["description"], new["labels"])["number"]
            return Answer(201, {"id": str(1000 + number), "key": f"GK-{number}", "self": f"{self.url}/rest/api/2/issue/GK-{number}"})
        issue = self.find(request.at["issueIdOrKey"].removeprefix("GK-"))
        if issue is None:
            return Answer(404, {"errorMessages": ["Issue Does Not Exist"]})
        return self._of_issue(*request.op.split(" "), issue, request)

    def _of_issue(self, verb: str, path: str, issue: dict[str, Any], request: Request) -> Answer:
        match verb, path.removeprefix("/rest/api/2/issue/{issueIdOrKey}"):
            case "GET", "":
                return Answer(200, self._whole(issue))
            case "PUT", _:
                fields = {"title" if k == "summary" else k: v for k, v in request.json["fields"].items()}
                self.change(issue, fields)
                return Answer(204)
            case "GET", "/transitions":
                return Answer(200, {"transitions": WAYS})
            case "POST", "/transitions":
                self.change(issue, {"state": "closed" if str(request.json["transition"]["id"]) == "31" else "open"})
                return Answer(204)
            case "POST", "/comment":
                return Answer(201, self.remark(issue["number"], request.json["body"], "gouji"))
            case "GET", "/comment":
                start, most = int(request.query["startAt"]), int(request.query["maxResults"])
                comments = self._comments(issue["number"])
                return Answer(200, {"comments": comments[start : start + most], "startAt": start, "total": len(comments)})
            case _:
                name, data = request.files["file"]
                self.issues[issue["number"] - 1].setdefault("data", []).append((name, data))
                return Answer(200, [{"filename": name, "size": len(data), "self": self.url}])

    def _whole(self, issue: dict[str, Any]) -> dict[str, Any]:
        number = issue["number"]
        comments = self._comments(number)
        fields = {
            "summary": issue["title"], "description": issue["description"], "labels": issue["labels"], "updated": issue["updated_at"],
            "status": DONE if issue["state"] == "closed" else TODO, "comment": {"comments": comments[:_SHOWN], "total": len(comments)},
            "attachment": [{"filename": name} for name, _ in issue.get("data", [])],
        }  # fmt: skip
        return {"id": str(issue["id"]), "key": f"GK-{number}", "self": f"{self.url}/rest/api/2/issue/GK-{number}", "fields": fields}

    def _comments(self, number: int) -> list[dict[str, Any]]:
        return [{"id": c["id"], "body": c["body"], "author": {"displayName": c["user"]["login"]}} for c in self.comments[number]]

    def record(self, issue: dict[str, Any]) -> Record:
        plain = super().record(issue)
        return Record(f"GK-{plain.id}", plain.open, plain.shown, plain.labels, plain.comments, plain.pictures)

    def pictures(self, issue: dict[str, Any]) -> tuple[bytes, ...]:
        return tuple(data for _, data in issue.get("data", []))

    def close(self, id: str) -> None:
        super().close(id.removeprefix("GK-"))

    def say(self, id: str, text: str) -> None:
        super().say(id.removeprefix("GK-"), text)


class JiraCloudHouse(JiraHouse):
    """As Atlassian runs it: pages have a token, there is no total, and the search by position is gone."""

    list_op, deployment = "GET /rest/api/2/search/jql", "Cloud"

    def answer(self, request: Request) -> Answer:
        if request.op == "GET /rest/api/2/search":
            return Answer(410, {"errorMessages": ["The requested API has been removed."]})
        if request.op != self.list_op:
            return super().answer(request)
        start, most = int(request.query.get("nextPageToken", 0)), int(request.query["maxResults"])
        known = self.issues[:-1]
        rest = {"nextPageToken": str(start + most)} if known[start + most :] else {"isLast": True}
        return Answer(200, {"issues": [self._whole(issue) for issue in known[start : start + most]], **rest})


STATES = [(1, "新建", False), (2, "进行中", False), (3, "已解决", False), (4, "反馈", False), (5, "已关闭", True), (6, "已拒绝", True)]


class RedmineHouse(Issues):
    """It tells the second of a change and no more, ends lines its own way, and drops without a word what somebody may not do."""

    api = "redmine"
    auth = ("x-redmine-api-key", TOKEN)
    list_op, create_op, comment_op = "GET /issues.json", "POST /issues.json", "PUT /issues/{id}.json"
    body = "description"

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[bytes] = []
        self.refuses: set[int] = set()  # states that the workflow does not allow
        self.tells_ways, self.may_edit = True, True  # before 5.0 it does not tell; who may only comment does not edit

    def now(self) -> str:
        return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    @property
    def tracker(self) -> Redmine:
        return Redmine(TrackerSetting(type="redmine", project="reports", url=self.url, token=SECRET), "redmine")

    def answer(self, request: Request) -> Answer:
        match request.op:
            case "GET /issue_statuses.json":
                return Answer(200, {"issue_statuses": _states(STATES)})
            case "GET /trackers.json":
                return Answer(200, {"trackers": [{"id": 3, "name": "支持"}]})
            case "GET /issues.json":
                start, most = int(request.query["offset"]), int(request.query["limit"])
                page = [self._whole(issue) for issue in self.issues[start : start + most]]
                return Answer(200, {"issues": page, "total_count": len(self.issues), "offset": start, "limit": most})
            case "POST /issues.json":
                new = request.json["issue"]
                return Answer(201, {"issue": self._whole(self.add(new["subject"], _lines(new["description"]), []))})
            case "POST /uploads.json":
                self.sent.append(request.raw)
                return Answer(201, {"upload": {"token": f"{len(self.sent)}.abc"}})
        issue = self.find(request.at["id"])
        if issue is None:
            return Answer(404, text=" ")
        if request.op.startswith("GET"):
            ways = {"allowed_statuses": _states([s for s in STATES if s[0] not in self.refuses])} if self.tells_ways else {}
            return Answer(200, {"issue": self._whole(issue) | (ways if "allowed_statuses" in request.query["include"] else {})})
        return self._put(issue, request.json["issue"])

    def _put(self, issue: dict[str, Any], fields: dict[str, Any]) -> Answer:
        for upload in fields.get("uploads", ()):
            issue.setdefault("data", []).append((upload["filename"], self.sent[int(upload["token"].split(".")[0]) - 1]))
        if "notes" in fields:
            self.remark(issue["number"], fields["notes"], "gouji")
        state = fields.get("status_id")
        if state and state not in self.refuses:
            issue["state"] = "closed" if state in (5, 6) else "open"
        edited = fields if self.may_edit else {}
        text = _lines(edited.get("description", issue["description"]))
        self.change(issue, {"title": edited.get("subject", issue["title"]), "description": text})
        return Answer(204)

    def _whole(self, issue: dict[str, Any]) -> dict[str, Any]:
        journals = [{"id": c["id"], "notes": c["body"], "user": {"name": c["user"]["login"]}} for c in self.comments[issue["number"]]]
        return {
            "id": issue["number"], "subject": issue["title"], "description": issue["description"], "updated_on": issue["updated_at"],
            "status": {"id": 1 if issue["state"] == "open" else 5}, "journals": [*journals, {"id": 1, "notes": "", "user": {"name": "x"}}],
            "attachments": [{"filename": name} for name, _ in issue.get("data", [])],
        }  # fmt: skip

    def record(self, issue: dict[str, Any]) -> Record:
        plain = super().record(issue)
        labels = re.search(r"标签 labels: ([^\r\n]*)", issue["description"])
        found = frozenset(labels[1].split(", ")) if labels and mark_of(issue["description"]) else frozenset[str]()
        return Record(plain.id, plain.open, plain.shown, found, plain.comments, plain.pictures)

    def pictures(self, issue: dict[str, Any]) -> tuple[bytes, ...]:
        return tuple(data for _, data in issue.get("data", []))


def _states(states: list[tuple[int, str, bool]]) -> list[dict[str, Any]]:
    return [{"id": id, "name": name, "is_closed": closed} for id, name, closed in states]


def _lines(text: str) -> str:
    return re.sub(r"\r\n|\r|\n", "\r\n", text)
