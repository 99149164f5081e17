"""Redmine by python-redmine. It has no labels: they stand in a line of the text."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Any

from connectors.trackers.failing import nonsense, refused, unreachable
from connectors.trackers.marks import mark_of, note_key, plain_body, plain_note, shown_by
from connectors.trackers.model import Entry, FilingFailed, Held, Kind, Listed, Note, Picture, Said, Text
from connectors.trackers.seconds import changed_at
from gouji.settings import TrackerSetting
from gouji.words import words

_LABELS = re.compile(r"^标签 labels: ([^\r\n]*)", re.MULTILINE)  # Redmine ends the lines of a description with CR and LF
_PAGE = 100


class Redmine:
    """Issues of a project, listed by number."""

    reads_back = True

    def __init__(self, setting: TrackerSetting, name: str) -> None:
        self.name, self._setting = name, setting

    @cached_property
    def _engine(self) -> Any:
        from redminelib import Redmine as Client

        setting = self._setting
        requests = {"verify": str(setting.ca) if setting.ca else True}
        engine = Client(setting.address.rstrip("/"), key=setting.password, requests=requests).engine
        engine.return_raw_response = True
        return engine

    def listed(self) -> Iterator[tuple[str, Listed]]:
        offset, closed = 0, self._closed_states()
        while True:
            query = {"project_id": self._setting.place, "status_id": "*", "sort": "id", "limit": _PAGE, "offset": offset}
            page = self._ask("GET", "/issues.json", params=query)
            issues = self._part(page, "issues", list)
            for issue in issues:
                if mark := mark_of(issue.get("description")):
                    opened = issue["status"]["id"] not in closed
                    yield mark[0], Listed(str(issue["id"]), self._page(issue["id"]), opened, changed_at(issue.get("updated_on")))
            offset += len(issues)
            if not issues or offset >= int(page.get("total_count", 0)):
                return

    def read(self, id: str, key: str) -> Held:
        issue = self._issue(id)
        written = [(note_key(j.get("notes")), j) for j in issue.get("journals", ()) if j.get("notes")]
        said = [Said(str(j["id"]), str(j["user"]["name"]), str(j["notes"])) for found, j in written if found is None]
        mark = mark_of(issue.get("description"))
        return Held(
            id, self._page(id), issue["status"]["id"] not in self._closed_states(), mark[1] if mark else None,
            _labels(issue.get("description")), frozenset(found for found, _ in written if found),
            frozenset(a["filename"] for a in issue.get("attachments", ())), tuple(said),
        )  # fmt: skip

    def create(self, entry: Entry) -> Held:
        fields: dict[str, Any] = {"project_id": self._setting.place, "subject": entry.title, "description": _body(entry)}
        if self._setting.kind:
            fields["tracker_id"] = self._tracker_id(self._setting.kind)
        made = self._part(self._ask("POST", "/issues.json", json={"issue": fields}), "issue", dict)
        return Held(str(made["id"]), self._page(made["id"]), True, shown_by(entry), frozenset(entry.labels))

    def update(self, held: Held, entry: Entry) -> None:
        """Who may only comment gets a 204 too, and the old text stays: so it is looked at afterwards."""
        there = self._issue(held.id).get("description") or ""
        self._edit(held, {"subject": entry.title, "description": _body(entry, there)})
        now = self._issue(held.id).get("description") or ""
        if mark_of(now) != (entry.key, shown_by(entry)) or not frozenset(entry.labels) <= _labels(now):
            raise FilingFailed(words("trackers.not-allowed", name=self.name, answer="204, description"), Kind.OPERATOR)

    def label(self, held: Held, entry: Entry) -> None:
        self.update(held, entry)

    def comment(self, held: Held, entry: Entry, note: Note) -> None:
        self._edit(held, {"notes": plain_note(note)})

    def attach(self, held: Held, entry: Entry, picture: Picture) -> None:
        sent = self._ask(
            "POST",
            "/uploads.json",
            params={"filename": picture.name},
            data=picture.data,
            headers={"Content-Type": "application/octet-stream"},
        )
        token = self._part(sent, "upload", dict)["token"]
        upload = {"token": token, "filename": picture.name, "content_type": picture.media, "description": picture.caption}
        self._edit(held, {"uploads": [upload]})

    def close(self, held: Held, entry: Entry) -> None:
        self._move(held, closed=True)

    def reopen(self, held: Held, entry: Entry) -> None:
        self._move(held, closed=False)

    def _move(self, held: Held, *, closed: bool) -> None:
        """Redmine drops a change of status that the workflow does not allow without a word, so it is looked at afterwards."""
        for state in self._ways(held):
            if bool(state.get("is_closed")) is closed:
                self._edit(held, {"status_id": state["id"]})
                if (self._issue(held.id)["status"]["id"] in self._closed_states()) is closed:
                    return
        raise FilingFailed(words("trackers.no-way", name=self.name), Kind.NEVER)

    def _ways(self, held: Held) -> list[Any]:
        """The states that the workflow allows, which Redmine tells from 5.0 on; of an older one all that there are."""
        told = self._issue(held.id, "allowed_statuses").get("allowed_statuses")
        return told if isinstance(told, list) else self._states()

    def _closed_states(self) -> frozenset[int]:
        return frozenset(int(state["id"]) for state in self._states() if state.get("is_closed"))

    def _states(self) -> list[Any]:
        return list(self._part(self._ask("GET", "/issue_statuses.json"), "issue_statuses", list))

    def _tracker_id(self, kind: str) -> int:
        trackers = self._part(self._ask("GET", "/trackers.json"), "trackers", list)
        found = next((int(t["id"]) for t in trackers if t["name"] == kind), None)
        if found is None:
            raise FilingFailed(words("trackers.no-kind", name=self.name, kind=kind), Kind.OPERATOR)
        return found

    def _issue(self, id: str, include: str = "journals,attachments") -> dict[str, Any]:
        answer = self._ask("GET", f"/issues/{id}.json", of_ticket=True, params={"include": include})
        return dict(self._part(answer, "issue", dict))

    def _edit(self, held: Held, fields: dict[str, Any]) -> None:
        self._ask("PUT", f"/issues/{held.id}.json", of_ticket=True, json={"issue": fields})

    def _page(self, id: Any) -> str:
        return f"{self._setting.address.rstrip('/')}/issues/{id}"

    def _part(self, answer: Any, name: str, kind: type) -> Any:
        part = answer.get(name) if isinstance(answer, dict) else None
        if not isinstance(part, kind):
            raise nonsense(self.name, str(answer), self._setting.password)
        return part

    def _ask(self, method: str, path: str, *, of_ticket: bool = False, json: Any = None, **what: Any) -> Any:
        import requests

        # The library's own errors carry neither headers nor text, so its session is asked; it holds the key and the certificates.
        secret, session = self._setting.password, self._engine.session
        try:
            answer = session.request(method, f"{self._setting.address.rstrip('/')}{path}", timeout=self._setting.timeout, json=json, **what)
        except requests.RequestException as exc:
            raise unreachable(self.name, exc) from None
        if not answer.ok:
            raise refused(self.name, answer.status_code, answer.headers, answer.text, secret=secret, of_ticket=of_ticket)
        if method == "PUT" and not answer.text.strip():
            return None
        try:
            return answer.json()
        except ValueError:
            raise nonsense(self.name, answer.text, secret) from None


def _labels(body: str | None) -> frozenset[str]:
    found = _LABELS.search(body or "")
    return frozenset(found[1].strip().split(", ")) if found else frozenset()


def _body(entry: Entry, there: str = "") -> str:
    """The text with its line of labels, a person's kept; the mark is of the text alone, as everywhere."""
    labels = [*entry.labels, *sorted(_labels(there) - entry.own_labels - frozenset(entry.labels))]
    labelled = replace(entry, text=Text(entry.text.markdown, f"{entry.text.plain.rstrip()}\n\n标签 labels: {', '.join(labels)}"))
    return plain_body(labelled, there).replace(f"text:{shown_by(labelled)}", f"text:{shown_by(entry)}", 1)
