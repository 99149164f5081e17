"""What every test run has: `--no-skips`, how much the long runs do, a machine without the optional extra, no terminal."""

import os
import sys

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--no-skips", action="store_true", help="fail the run where a test was skipped")
    parser.addoption("--documents", type=int, default=500, help="how many generated documents the long run reads")
    parser.addoption("--first-seed", type=int, default=1000, help="the seed of the first of them")
    parser.addoption("--fuzz-minutes", type=float, default=20, help="how long damaged documents are read, over all formats")
    parser.addoption("--tell-hostile", action="store_true", help="print what became of each hostile document: sentence, time, memory")


@pytest.fixture
def without_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    """The optional extra is not installed."""
    monkeypatch.setitem(sys.modules, "rapidocr", None)


def pytest_configure(config: pytest.Config) -> None:
    os.environ.pop("COLUMNS", None)  # the workers of pytest-xdist say 80 there: what is written would be as narrow
    config.addinivalue_line("markers", "long: takes minutes; run by `make long`")
    config.addinivalue_line(
        "markers", "judged(dossier, said): judged in one batch with those of the module; the fixture `judged` has the outcome"
    )


def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter and session.config.getoption("--no-skips") and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    told = getattr(sys.modules.get("tests.hostile.harness"), "TOLD", [])
    if told and config.getoption("--tell-hostile"):
        terminalreporter.section("hostile documents")
        terminalreporter.write("\n".join(told) + "\n")
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped and config.getoption("--no-skips"):
        terminalreporter.section("skipped, which --no-skips forbids")
        for report in skipped:
            terminalreporter.line(f"{report.nodeid}: {report.longrepr}")
