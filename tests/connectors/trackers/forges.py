"""GitHub, GitLab and Gitea as far as issues go: each numbers, names and answers in its own way."""

import base64
import re
from typing import Any

from connectors.trackers.gitea import Gitea
from connectors.trackers.github import GitHub
from connectors.trackers.gitlab import GitLab
from connectors.trackers.marks import mark_of
from gouji.settings import Secret, TrackerSetting
from tests.connectors.trackers.house import Record
from tests.connectors.trackers.server import TOKEN, Answer, Fake, Request, page_of

ENV = "GOUJI_TEST_TOKEN"
SECRET = Secret(env=ENV)


class Issues(Fake):
    """Issues with a number, a text, labels, comments and a clock that never stands still."""

    number, body, closed_word, open_word = "number", "body", "closed", "open"

    def __init__(self) -> None:
        super().__init__()
        self.issues: list[dict[str, Any]] = []
        self.comments: dict[int, list[dict[str, Any]]] = {}
        self.tick = 0

    def now(self) -> str:
        self.tick += 1
        return f"2025-03-03T04:{self.tick // 60:02d}:{self.tick % 60:02d}Z"

    def add(self, title: str, body: str, labels: list[Any]) -> dict[str, Any]:
        number = len(self.issues) + 1
        issue = {
            self.number: number, "id": 1000 + number, "title": title, self.body: body, "labels": labels, "state": self.open_word,
            "created_at": self.now(), "updated_at": self.now(), "closed_by": None, "html_url": f"{self.url}/issues/{number}",
            "web_url": f"{self.url}/issues/{number}",
        }  # fmt: skip
        self.issues.append(issue)
        self.comments[number] = []
        return issue

    def find(self, number: str) -> dict[str, Any] | None:
        return next((i for i in self.issues if str(i[self.number]) == number), None)

    def remark(self, number: int, body: str, who: str) -> dict[str, Any]:
        comment = {"id": 5000 + self.tick, "body": body, "user": {"login": who}, "author": {"username": who}, "system": False}
        self.comments[number].append(comment)
        self.issues[number - 1]["updated_at"] = self.now()
        return comment

    def change(self, issue: dict[str, Any], fields: dict[str, Any]) -> dict[str, Any]:
        issue |= {**fields, "updated_at": self.now()}
        return issue

    # What the contract asks of a house.
    def records(self) -> list[Record]:
        return [self.record(issue) for issue in self.issues if mark_of(issue[self.body])]

    def record(self, issue: dict[str, Any]) -> Record:
        number = issue[self.number]
        comments = tuple(c["body"] for c in self.comments[number])
        labels = frozenset(label if isinstance(label, str) else label["name"] for label in issue["labels"])
        shown = f"{issue['title']}\n{issue[self.body]}"
        return Record(str(number), issue["state"] == self.open_word, shown, labels, comments, self.pictures(issue))

    def pictures(self, issue: dict[str, Any]) -> tuple[bytes, ...]:
        raise NotImplementedError

    def close(self, id: str) -> None:
        self.change(self.issues[int(id) - 1], {"state": self.closed_word, "closed_by": {"login": "王芳", "username": "王芳"}})

    def say(self, id: str, text: str) -> None:
        self.remark(int(id), text, "王芳")

    def label(self, id: str, label: str) -> None:
        self.issues[int(id) - 1]["labels"].append(label)

    def crowd(self, count: int) -> None:
        for number in range(count):
            self.add(f"别人的第{number}件", "与此无关", [])


class GitHubHouse(Issues):
    api = "github"
    list_op, create_op = "GET /repos/{owner}/{repo}/issues", "POST /repos/{owner}/{repo}/issues"
    comment_op = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments"

    def __init__(self) -> None:
        super().__init__()
        self.files: dict[str, bytes] = {}
        self.refs = {"heads/main": "c" * 40}

    @property
    def tracker(self) -> GitHub:
        return GitHub(TrackerSetting(type="github", repository="office/reports", api=self.url, token=SECRET, pause=0.0), "github")

    def answer(self, request: Request) -> Answer:
        verb, _, path = request.op.partition(" /repos/{owner}/{repo}")
        match verb, path:
            case "GET", "":
                return Answer(200, {"id": 1, "full_name": "office/reports", "default_branch": "main"})
            case "GET", "/issues":
                return page_of(self.issues, request)
            case "POST", "/issues":
                new = request.json
                return Answer(201, self.add(new["title"], new.get("body", ""), [{"name": label} for label in new.get("labels", [])]))
            case verb, path if path.startswith(("/git/", "/contents")):
                return self._git(verb, request)
        issue = self.find(request.at["issue_number"])
        return self._of_issue(verb, path, issue, request) if issue else Answer(404, {"message": "Not Found"})

    def _of_issue(self, verb: str, path: str, issue: dict[str, Any], request: Request) -> Answer:
        match verb, path.removeprefix("/issues/{issue_number}"):
            case "GET", "":
                return Answer(200, issue)
            case "PATCH", "":
                return Answer(200, self.change(issue, request.json))
            case "GET", _:
                return page_of(self.comments[issue["number"]], request)
            case "POST", _:
                return Answer(201, self.remark(issue["number"], request.json["body"], "gouji"))
            case _:
                issue["labels"] = [{"name": label} for label in request.json["labels"]]
                return Answer(200, issue["labels"])

    def _git(self, verb: str, request: Request) -> Answer:
        if "/git/refs" in request.op:
            self.refs[request.json["ref"].removeprefix("refs/")] = request.json["sha"]
            return Answer(201, {"ref": request.json["ref"], "object": {"sha": request.json["sha"]}})
        if "/git/ref" in request.op:
            sha = self.refs.get(request.at["ref"])
            return (
                Answer(200, {"ref": "refs/" + request.at["ref"], "object": {"sha": sha}}) if sha else Answer(404, {"message": "Not Found"})
            )
        path = request.at["path"]
        shown = {"path": path, "html_url": f"{self.url}/blob/{path}"}
        if verb == "GET":
            return Answer(200, shown) if path in self.files else Answer(404, {"message": "Not Found"})
        if path in self.files:
            return Answer(422, {"message": "sha was not supplied"})
        self.files[path] = base64.b64decode(request.json["content"])
        return Answer(201, {"content": shown, "commit": {}})

    def pictures(self, issue: dict[str, Any]) -> tuple[bytes, ...]:
        shown = [m for c in self.comments[issue["number"]] for m in re.findall(r"!\[.*?\]\(.*/blob/(.*)\?raw=true\)", c["body"])]
        return tuple(self.files[path] for path in shown)


class GitLabHouse(Issues):
    api = "gitlab"
    list_op, create_op = "GET /api/v4/projects/{id}/issues", "POST /api/v4/projects/{id}/issues"
    comment_op = "POST /api/v4/projects/{id}/issues/{issue_iid}/notes"
    auth = ("private-token", TOKEN)
    number, body, open_word = "iid", "description", "opened"

    def __init__(self) -> None:
        super().__init__()
        self.uploads: list[bytes] = []

    @property
    def tracker(self) -> GitLab:
        return GitLab(TrackerSetting(type="gitlab", project="office/reports", url=self.url, token=SECRET), "gitlab")

    def answer(self, request: Request) -> Answer:
        verb, _, path = request.op.partition(" /api/v4/projects/{id}")
        if request.at["id"] != "office/reports":
            return Answer(404, {"message": "404 Project Not Found"})
        match verb, path:
            case "GET", "/issues":
                return page_of(self.issues, request)
            case "POST", "/issues":
                new = request.json
                return Answer(201, self.add(new["title"], new["description"], [label for label in new["labels"].split(",") if label]))
            case "POST", "/uploads":
                self.uploads.append(request.files["file"][1])
                shown = f"/uploads/{len(self.uploads)}/{request.files['file'][0]}"
                return Answer(201, {"url": shown, "markdown": f"![{request.files['file'][0]}]({shown})"})
        issue = self.find(request.at["issue_iid"])
        return self._of_issue(verb, path, issue, request) if issue else Answer(404, {"message": "404 Not found"})

    def _of_issue(self, verb: str, path: str, issue: dict[str, Any], request: Request) -> Answer:
        match verb, path.removeprefix("/issues/{issue_iid}"):
            case "GET", "":
                return Answer(200, issue)
            case "PUT", "":
                return Answer(200, self._put(issue, dict(request.json)))
            case "GET", _:
                moved = {"id": 1, "body": "changed the description", "system": True, "author": {"username": "gouji"}}
                notes = [moved, *self.comments[issue["iid"]]]  # the newest first, unless asked for otherwise
                return page_of(notes if request.query.get("sort") == "asc" else notes[::-1], request)
            case _:
                return Answer(201, self.remark(issue["iid"], request.json["body"], "gouji"))

    def _put(self, issue: dict[str, Any], fields: dict[str, Any]) -> dict[str, Any]:
        if "labels" in fields:
            fields["labels"] = fields["labels"].split(",")
        if event := fields.pop("state_event", None):
            fields["state"] = {"close": "closed", "reopen": "opened"}[event]
        return self.change(issue, fields)

    def pictures(self, issue: dict[str, Any]) -> tuple[bytes, ...]:
        shown = [int(m) for c in self.comments[issue["iid"]] for m in re.findall(r"\(/uploads/(\d+)/", c["body"])]
        return tuple(self.uploads[number - 1] for number in shown)


class GiteaHouse(Issues):
    api = "gitea"
    list_op, create_op = "GET /api/v1/repos/{owner}/{repo}/issues", "POST /api/v1/repos/{owner}/{repo}/issues"
    comment_op = "POST /api/v1/repos/{owner}/{repo}/issues/{index}/comments"

    def __init__(self) -> None:
        super().__init__()
        self.known: list[dict[str, Any]] = [{"id": 1, "name": "bug"}]
        self.assets: dict[int, list[tuple[str, bytes]]] = {}

    @property
    def tracker(self) -> Gitea:
        return Gitea(TrackerSetting(type="gitea", repository="office/reports", url=self.url, token=SECRET), "gitea")

    def answer(self, request: Request) -> Answer:
        verb, _, path = request.op.partition(" /api/v1/repos/{owner}/{repo}")
        match verb, path:
            case "GET", "/issues":
                return page_of(self.issues, request, size="limit", most=50)
            case "POST", "/issues":
                new = request.json
                return Answer(201, self.add(new["title"], new["body"], self._named(new["labels"])))
            case "GET", "/labels":
                return page_of(self.known, request, size="limit", most=50)
            case "POST", "/labels":
                self.known.append({"id": len(self.known) + 1, "name": request.json["name"]})
                return Answer(201, self.known[-1])
        issue = self.find(request.at["index"])
        return self._of_issue(verb, path, issue, request) if issue else Answer(404, {"message": "issue does not exist"})

    def _of_issue(self, verb: str, path: str, issue: dict[str, Any], request: Request) -> Answer:
        match verb, path.removeprefix("/issues/{index}"):
            case "GET", "":
                return Answer(200, {**issue, "assets": [{"name": name} for name, _ in self.assets.get(issue["number"], [])]})
            case "PATCH", "":
                return Answer(201, self.change(issue, request.json))
            case "GET", _:
                return Answer(200, self.comments[issue["number"]])  # all of them, whatever page is asked for
            case "POST", "/assets":
                self.assets.setdefault(issue["number"], []).append((request.query["name"], request.files["attachment"][1]))
                return Answer(201, {"name": request.query["name"]})
            case "POST", _:
                return Answer(201, self.remark(issue["number"], request.json["body"], "gouji"))
            case _:
                issue["labels"] = self._named(request.json["labels"])
                return Answer(200, issue["labels"])

    def _named(self, numbers: list[int]) -> list[dict[str, Any]]:
        return [label for label in self.known if label["id"] in numbers]

    def pictures(self, issue: dict[str, Any]) -> tuple[bytes, ...]:
        return tuple(data for _, data in self.assets.get(issue["number"], []))
