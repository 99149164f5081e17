"""A host is asked one at a time and at its rate; bad weather is waited out."""

import multiprocessing
import threading
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from statistics import median

import pytest

from connectors.http import (
    Client,
    Manners,
    Pace,
    RestAsked,
    ServerFailed,
    Unreachable,
)
from tests.connectors.http.answers import REPORT
from tests.connectors.site import Answer, Site, client


def ask(folder: Path, url: str, rate: float, times: int) -> None:
    asking = Client(Manners(requests_per_second=rate, allow_hosts=("127.0.0.1",)), Pace(folder))
    for _ in range(times):
        asking.get(url)


def test_a_host_is_asked_one_at_a_time_and_at_its_rate_by_all_processes_and_threads_together(site: Site, tmp_path: Path) -> None:
    at_once: list[int] = []
    began: list[float] = []

    def page(request: BaseHTTPRequestHandler) -> Answer:
        began.append(time.monotonic())
        at_once.append(1)
        busy = len(at_once)
        time.sleep(0.01)
        at_once.pop()
        return Answer(str(busy).encode() if busy > 1 else REPORT)

    site.pages |= {"/a": page, "/robots.txt": page}
    process = multiprocessing.get_context("fork").Process(target=ask, args=(tmp_path, site.url("/a"), 20.0, 3))
    threads = [threading.Thread(target=ask, args=(tmp_path, site.url("/a"), 20.0, 2)) for _ in range(2)]
    for worker in (process, *threads):
        worker.start()
    for worker in (process, *threads):
        worker.join()
    gaps = [later - earlier for earlier, later in zip(began, began[1:], strict=False)]
    assert len(began) == 10
    # On a busy machine one request is heard late and the next one in time, so that a single gap looks short.
    assert median(gaps) > 0.03
    assert sum(gaps) > 0.4


def test_bad_weather_is_waited_out(site: Site, tmp_path: Path) -> None:
    answers = iter([Answer(b"", 503), Answer(b"x", 200, {"Content-Length": "9"}, tail=lambda _: None), Answer(b"", 502), Answer(REPORT)])
    site.pages["/a"] = lambda _: next(answers)
    assert client(tmp_path).get(site.url("/a")).body == REPORT
    site.pages["/b"] = Answer(b"", 500)
    with pytest.raises(ServerFailed, match="500"):
        client(tmp_path).get(site.url("/b"))
    assert site.paths() == ["/a"] * 4 + ["/b"] * 4


def test_a_host_that_went_down_is_tried_once_a_page_until_it_is_back(site: Site, tmp_path: Path) -> None:
    cut = Answer(b"x", 200, {"Content-Length": "9"}, tail=lambda _: None)
    site.pages |= {"/a": cut, "/b": cut, "/c": Answer(REPORT), "/d": cut}
    asking = client(tmp_path, attempts=3)
    for path in ("/a", "/b", "/c", "/d"):
        if path == "/c":
            assert asking.get(site.url(path)).body == REPORT
        else:
            with pytest.raises(Unreachable):
                asking.get(site.url(path))
    assert site.paths() == ["/a"] * 3 + ["/b", "/c"] + ["/d"] * 3


def test_a_rest_that_a_server_asks_for_is_given_and_a_long_one_is_remembered(site: Site, tmp_path: Path) -> None:
    answers = iter([Answer(b"", 429, {"Retry-After": "1"}), Answer(REPORT)])
    site.pages |= {"/a": lambda _: next(answers), "/b": Answer(b"", 503, {"Retry-After": "Fri, 31 Dec 2100 00:00:00 GMT"})}
    began = time.monotonic()
    assert client(tmp_path).get(site.url("/a")).body == REPORT
    assert time.monotonic() - began > 1
    for _ in range(2):
        with pytest.raises(RestAsked, match="2100-12-31|2101"):
            client(tmp_path).get(site.url("/b"))
    assert site.paths() == ["/a", "/a", "/b"]
