"""What GitHub, GitLab and Gitea have in common: issues in Markdown with labels and comments, listed page by page."""

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from connectors.trackers.failing import nonsense
from connectors.trackers.marks import mark_of, markdown_body, markdown_note, note_key, shown_by
from connectors.trackers.model import Entry, Held, Listed, Note, Picture, Said, Text
from connectors.trackers.seconds import changed_at
from gouji.settings import TrackerSetting

Json = dict[str, Any]


class Line(Protocol):
    """One question and its answer: headers with small letters, and JSON. Any failure is FilingFailed."""

    def __call__(
        self, method: str, path: str, *, of_ticket: bool = False, params: Mapping[str, Any] | None = None, json: Json | None = None
    ) -> tuple[Mapping[str, str], Any]: ...


class Forge:
    """`number`, `body` and `address` are what the vendor calls an issue's number, text and page."""

    reads_back = True
    number, body, address, title = "number", "body", "html_url", "title"
    per_page = 100
    list_query: Mapping[str, str] = {}
    comments_query: Mapping[str, str] = {}  # that they come oldest first

    def __init__(self, setting: TrackerSetting, name: str) -> None:
        self.name, self._setting = name, setting

    def listed(self) -> Iterator[tuple[str, Listed]]:
        for issue in self._pages(self._issues(), self.list_query):
            if mark := mark_of(issue.get(self.body)):
                yield (
                    mark[0],
                    Listed(str(issue[self.number]), issue.get(self.address), self._is_open(issue), changed_at(issue.get("updated_at"))),
                )

    def read(self, id: str, key: str) -> Held:
        issue = self._object(self._ask("GET", self._issue(id), of_ticket=True))
        comments = [c for c in self._pages(self._comments(id), self.comments_query, of_ticket=True) if not c.get("system")]
        keys = [(note_key(comment.get("body")), comment) for comment in comments]
        said = tuple(Said(str(c["id"]), _name(c.get("user") or c.get("author")), c.get("body") or "") for found, c in keys if found is None)
        ours = frozenset(found for found, _ in keys if found)
        mark, closed_by = mark_of(issue.get(self.body)), _name(issue.get("closed_by"))
        return Held(
            id, issue.get(self.address), self._is_open(issue), mark[1] if mark else None, self._labels(issue), ours,
            self._pictures(issue, ours), said, closed_by or None,
        )  # fmt: skip

    def create(self, entry: Entry) -> Held:
        issue = self._object(self._ask("POST", self._issues(), json=self._new(entry)))
        labels = frozenset(entry.labels)
        return Held(str(issue[self.number]), issue.get(self.address), True, shown_by(entry), labels)

    def update(self, held: Held, entry: Entry) -> None:
        there = self._object(self._ask("GET", self._issue(held.id), of_ticket=True))
        self._edit(held.id, {self.title: entry.title, self.body_sent: markdown_body(entry, there.get(self.body) or "")})

    def comment(self, held: Held, entry: Entry, note: Note) -> None:
        self._ask("POST", self._comments(held.id), of_ticket=True, json={"body": markdown_note(note)})

    def attach(self, held: Held, entry: Entry, picture: Picture) -> None:
        """The picture is put where the vendor keeps files, and shown in a comment whose key is its name."""
        shown = self._uploaded(entry, picture)
        note = Note(f"{entry.key.removeprefix('gouji:')}:picture:{picture.name}", Text(f"{picture.caption}\n\n{shown}", picture.caption))
        self.comment(held, entry, note)

    def label(self, held: Held, entry: Entry) -> None:
        kept = sorted(held.labels - entry.own_labels - frozenset(entry.labels))
        self._set_labels(held, [*entry.labels, *kept])

    def close(self, held: Held, entry: Entry) -> None:
        self._edit(held.id, self.closing)

    def reopen(self, held: Held, entry: Entry) -> None:
        self._edit(held.id, self.opening)

    # What a vendor does in a way of its own.
    body_sent = "body"
    closing: Mapping[str, str] = {"state": "closed"}
    opening: Mapping[str, str] = {"state": "open"}
    edit_method = "PATCH"

    def _ask(
        self, method: str, path: str, *, of_ticket: bool = False, params: Mapping[str, Any] | None = None, json: Json | None = None
    ) -> tuple[Mapping[str, str], Any]:
        raise NotImplementedError

    def _issues(self) -> str:
        raise NotImplementedError

    def _comments(self, id: str) -> str:
        return f"{self._issue(id)}/comments"

    def _uploaded(self, entry: Entry, picture: Picture) -> str:
        raise NotImplementedError

    def _issue(self, id: str) -> str:
        return f"{self._issues()}/{id}"

    def _is_open(self, issue: Json) -> bool:
        return bool(issue["state"] != "closed")

    def _labels(self, issue: Json) -> frozenset[str]:
        return frozenset(label if isinstance(label, str) else str(label["name"]) for label in issue.get("labels") or ())

    def _pictures(self, issue: Json, ours: frozenset[str]) -> frozenset[str]:
        return frozenset(key.rpartition(":")[2] for key in ours if ":picture:" in key)

    def _new(self, entry: Entry) -> Json:
        return {self.title: entry.title, self.body_sent: markdown_body(entry), "labels": list(entry.labels)}

    def _set_labels(self, held: Held, labels: list[str]) -> None:
        self._edit(held.id, {"labels": labels})

    def _edit(self, id: str, fields: Mapping[str, Any]) -> None:
        self._ask(self.edit_method, self._issue(id), of_ticket=True, json=dict(fields))

    def _pages(self, path: str, query: Mapping[str, str], *, of_ticket: bool = False) -> Iterator[Json]:
        """Every element of a list, in the list's order."""
        page, before = 1, None
        while True:
            params = {**query, "page": page, self.per_page_name: self.per_page}
            headers, data = self._ask("GET", path, of_ticket=of_ticket, params=params)
            if not isinstance(data, list) or not all(isinstance(one, dict) for one in data):
                raise nonsense(self.name, str(data), self._setting.password)
            if data == before:
                return  # Gitea gives all comments at once, whichever page is asked for
            before = data
            yield from data
            link = headers.get("link", "")
            # A server may give fewer than asked for; where it says what comes next, that counts.
            if ('rel="next"' not in link) if link else len(data) < self.per_page:
                return
            page += 1

    per_page_name = "per_page"

    def _object(self, answer: tuple[Mapping[str, str], Any]) -> Json:
        """The issue that was answered; what is none (a proxy's page) is nonsense."""
        data = answer[1]
        if not isinstance(data, dict) or not isinstance(data.get(self.number), int) or "state" not in data:
            raise nonsense(self.name, str(data), self._setting.password)
        return data


def _name(person: Any) -> str:
    """How a vendor calls somebody."""
    if not isinstance(person, dict):
        return ""
    return str(person.get("login") or person.get("username") or person.get("name") or "")
