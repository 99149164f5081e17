"""Jira by the library jira. Its only list is a search, which comes late: what was made since is asked for by number, one by one."""

import io
import re
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from typing import Any, TypeVar

from connectors.trackers.failing import nonsense, refused, unreachable
from connectors.trackers.marks import mark_of, note_key, plain_body, plain_note, shown_by
from connectors.trackers.model import Entry, FilingFailed, Held, Kind, Listed, Note, Picture, Said
from connectors.trackers.seconds import changed_at
from gouji.settings import TrackerSetting
from gouji.words import words

_FIELDS = "summary,description,status,updated,labels,attachment,comment"
_LISTED = "description,status,updated"
_PAGE = 100
_GAP = 3  # numbers that are missing one after another: then no later one was given out (deleted and moved issues leave gaps)
_T = TypeVar("_T")


class Jira:
    """Issues of a project. The text is plain, since Jira's own markup differs from server to server; the key stands in its last line."""

    reads_back = True

    def __init__(self, setting: TrackerSetting, name: str) -> None:
        self.name, self._setting = name, setting

    @cached_property
    def _client(self) -> Any:
        from jira import JIRA

        setting = self._setting
        login: dict[str, Any] = {"basic_auth": (setting.user, setting.password)} if setting.user else {"token_auth": setting.password}
        options = {"server": setting.address.rstrip("/"), "verify": str(setting.ca) if setting.ca else True, "delay_reload": 0}
        return JIRA(options=options, get_server_info=False, max_retries=0, timeout=setting.timeout, **login)

    @cached_property
    def _is_cloud(self) -> bool:
        """Whether it is run by Atlassian: there the search by position was switched off in 2025. The address need not tell."""
        info = self._ask(self._client.server_info)
        self._client.deploymentType = info.get("deploymentType")  # by this the library knows which search there is
        return bool(self._client.deploymentType == "Cloud")

    def listed(self) -> Iterator[tuple[str, Listed]]:
        last = 0
        for issue in self._found():
            last = max(last, _number(issue["key"]))
            yield from self._ours(issue)
        yield from self._since(last)

    def _found(self) -> Iterator[dict[str, Any]]:
        """What the search knows by now, oldest first."""
        for page in self._by_token() if self._is_cloud else self._by_position():
            yield from page

    def _by_token(self) -> Iterator[list[dict[str, Any]]]:
        token = None
        while True:
            page = self._search(self._client.enhanced_search_issues, nextPageToken=token)
            yield self._issues_of(page)
            token = page.get("nextPageToken")
            if not token:
                return

    def _by_position(self) -> Iterator[list[dict[str, Any]]]:
        start = 0
        while True:
            page = self._search(self._client.search_issues, startAt=start)
            issues = self._issues_of(page)
            yield issues
            start += len(issues)
            if not issues or start >= page.get("total", start + 1):
                return

    def _search(self, search: Callable[..., Any], **where: Any) -> Any:
        jql = f'project = "{self._setting.place}" ORDER BY created ASC'
        return self._ask(partial(search, jql, maxResults=_PAGE, fields=_LISTED, json_result=True, **where))

    def _issues_of(self, page: Any) -> list[dict[str, Any]]:
        issues = page.get("issues") if isinstance(page, dict) else None
        if not isinstance(issues, list):
            raise nonsense(self.name, str(page), self._setting.password)
        return issues

    def _since(self, last: int) -> Iterator[tuple[str, Listed]]:
        """What was made after the last that the search knows: the numbers of a project follow each other."""
        missing = 0
        while missing < _GAP:
            last += 1
            try:
                issue = self._raw(f"{self._setting.place}-{last}")
            except FilingFailed as failed:
                if failed.kind is not Kind.GONE:
                    raise
                missing += 1
                continue
            missing = 0
            yield from self._ours(issue)

    def _ours(self, issue: dict[str, Any]) -> Iterator[tuple[str, Listed]]:
        fields = issue["fields"]
        if mark := mark_of(fields.get("description")):
            yield mark[0], Listed(issue["key"], self._page(issue["key"]), _is_open(fields), changed_at(fields.get("updated")))

    def read(self, id: str, key: str) -> Held:
        fields = self._raw(id)["fields"]
        comments = [(note_key(c.get("body")), c) for c in self._comments(id, fields.get("comment") or {})]
        said = [Said(str(c["id"]), _name(c.get("author")), str(c.get("body"))) for found, c in comments if found is None]
        mark, files = mark_of(fields.get("description")), fields.get("attachment") or ()
        return Held(
            id, self._page(id), _is_open(fields), mark[1] if mark else None, frozenset(fields.get("labels") or ()),
            frozenset(found for found, _ in comments if found), frozenset(a["filename"] for a in files), tuple(said),
        )  # fmt: skip

    def _comments(self, id: str, given: dict[str, Any]) -> list[dict[str, Any]]:
        """All of them: the issue may have come with the first few only."""
        found = list(given.get("comments", ()))
        if len(found) >= given.get("total", 0):
            return found
        found = []
        while True:
            page = self._ask(partial(self._client.comments, id, start_at=len(found), max_results=_PAGE, order_by="created"), of_ticket=True)
            found += [comment.raw for comment in page]
            if len(page) < _PAGE:
                return found

    def create(self, entry: Entry) -> Held:
        fields = {
            "project": {"key": self._setting.place}, "issuetype": {"name": self._setting.kind or "Task"},
            "summary": entry.title, "description": plain_body(entry), "labels": list(entry.labels),
        }  # fmt: skip
        made = self._ask(lambda: self._client.create_issue(fields=fields, prefetch=False).raw)
        if not isinstance(made, dict) or "key" not in made:
            raise nonsense(self.name, str(made), self._setting.password)
        return Held(made["key"], self._page(made["key"]), True, shown_by(entry), frozenset(entry.labels))

    def update(self, held: Held, entry: Entry) -> None:
        there = self._raw(held.id)["fields"].get("description")
        self._edit(held, {"summary": entry.title, "description": plain_body(entry, there or "")})

    def comment(self, held: Held, entry: Entry, note: Note) -> None:
        self._ask(lambda: self._client.add_comment(held.id, plain_note(note)), of_ticket=True)

    def label(self, held: Held, entry: Entry) -> None:
        kept = sorted(held.labels - entry.own_labels - frozenset(entry.labels))
        self._edit(held, {"labels": [*entry.labels, *kept]})

    def attach(self, held: Held, entry: Entry, picture: Picture) -> None:
        data = io.BytesIO(picture.data)
        self._ask(lambda: self._client.add_attachment(issue=held.id, attachment=data, filename=picture.name), of_ticket=True)

    def close(self, held: Held, entry: Entry) -> None:
        self._move(held, done=True)

    def reopen(self, held: Held, entry: Entry) -> None:
        self._move(held, done=False)

    def _move(self, held: Held, *, done: bool) -> None:
        """By whichever step of the project's own workflow leads there."""
        ways = self._ask(lambda: self._client.transitions(held.id), of_ticket=True)
        way = next((w for w in ways if (w["to"]["statusCategory"]["key"] == "done") is done), None)
        if way is None:
            raise FilingFailed(words("trackers.no-way", name=self.name), Kind.NEVER)
        self._ask(lambda: self._client.transition_issue(held.id, way["id"]), of_ticket=True)

    def _edit(self, held: Held, fields: dict[str, Any]) -> None:
        self._ask(lambda: self._client.issue(held.id, fields="summary").update(fields=fields), of_ticket=True)

    def _raw(self, id: str) -> dict[str, Any]:
        issue = self._ask(lambda: self._client.issue(id, fields=_FIELDS).raw, of_ticket=True)
        if not isinstance(issue, dict) or "status" not in (issue.get("fields") or {}):
            raise nonsense(self.name, str(issue), self._setting.password)
        return issue

    def _page(self, key: str) -> str:
        return f"{self._setting.address.rstrip('/')}/browse/{key}"

    def _ask(self, question: Callable[[], _T], *, of_ticket: bool = False) -> _T:
        import requests
        from jira.exceptions import JIRAError

        secret = self._setting.password
        try:
            return question()
        except JIRAError as exc:
            answer = exc.response
            headers = dict(answer.headers) if answer is not None else {}
            if exc.status_code is None or exc.status_code < 300:
                raise nonsense(self.name, str(exc.text), secret) from None
            raise refused(self.name, exc.status_code, headers, str(exc.text), secret=secret, of_ticket=of_ticket) from None
        except requests.JSONDecodeError as exc:
            raise nonsense(self.name, str(exc.doc), secret) from None
        except requests.RequestException as exc:
            raise unreachable(self.name, exc) from None
        except (ValueError, KeyError, TypeError, AttributeError) as exc:  # the library takes HTML for an issue
            raise nonsense(self.name, str(exc), secret) from None


def _is_open(fields: dict[str, Any]) -> bool:
    return bool(fields["status"]["statusCategory"]["key"] != "done")


def _number(key: str) -> int:
    found = re.search(r"-(\d+)$", key)
    return int(found[1]) if found else 0


def _name(person: Any) -> str:
    return str(person.get("displayName") or person.get("name") or "") if isinstance(person, dict) else ""
