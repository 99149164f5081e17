"""Whatever a document does to its reader, the others are read, and no process is left."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from gouji.errors import ReaderDied, UnreadableDocument
from gouji.isolation import Job, Limits, ReadersDidNotStart, Reading, kept_readers, read_reports

READER = "tests.gouji.readers_gone_wrong:read"
QUICK = Limits(megabytes=1024, cpu_seconds=30, seconds=20.0)
WELL = b"well"


def readings(*documents: bytes, limits: Limits = QUICK, workers: int = 2) -> dict[str, Reading]:
    jobs = [Job(str(number), f"{number}.txt", data) for number, data in enumerate(documents)]
    return {reading.key: reading for reading in read_reports(jobs, workers, limits, READER)}


def died(reading: Reading) -> ReaderDied:
    assert reading.report is None
    assert isinstance(reading.trouble, ReaderDied)
    return reading.trouble


def test_a_report_comes_back_whole() -> None:
    reading = readings(WELL)["0"]
    assert reading.trouble is None
    assert reading.report is not None
    assert reading.report.source == "0.txt"


def test_a_crash_costs_only_the_document_that_caused_it() -> None:
    found = readings(WELL, b"crash", WELL, b"abort", WELL)
    assert "SIGSEGV" in died(found["1"]).words.zh
    assert "SIGABRT" in died(found["3"]).words.en
    assert all(found[key].report for key in ("0", "2", "4"))


def test_a_hang_in_c_ends_at_the_clock() -> None:
    found = readings(b"hang in C", WELL, limits=Limits(megabytes=1024, cpu_seconds=30, seconds=1.5))
    assert "1.5 seconds" in died(found["0"]).words.en
    assert found["1"].report


def test_what_a_reader_left_half_done_is_cleared_away_with_it(tmp_path: Path) -> None:
    said = tmp_path / "folder"
    found = readings(f"leave a folder:{said}".encode(), limits=Limits(megabytes=1024, cpu_seconds=30, seconds=1.5))
    died(found["0"])
    assert not Path(said.read_text()).exists()


def test_endless_work_ends_at_the_limit_of_the_processor() -> None:
    found = readings(b"spin", limits=Limits(megabytes=1024, cpu_seconds=1, seconds=60))
    assert "1 seconds" in died(found["0"]).words.en


def test_a_reader_with_pictures_to_read_gets_more_time_and_no_more_than_allowed() -> None:
    short = Limits(megabytes=1024, cpu_seconds=1, seconds=1.5)
    assert readings(b"ask for time", limits=short)["0"].report
    died(readings(b"ask for time", limits=replace(short, cpu_seconds_more=0))["0"])


def test_too_much_memory_is_said_as_that() -> None:
    found = readings(b"eat memory", WELL)
    assert "1024 MB" in died(found["0"]).words.zh
    assert found["1"].report


def test_a_fault_of_ours_is_not_blamed_on_the_document(capfd: pytest.CaptureFixture[str]) -> None:
    found = readings(b"fault")
    assert "fault of gouji" in died(found["0"]).words.en
    assert "KeyError" in capfd.readouterr().err


def test_a_reader_killed_from_outside_is_lost_and_not_damaged() -> None:
    assert "Try again" in died(readings(b"be killed")["0"]).words.en


def test_the_server_killed_costs_what_was_running_and_no_more() -> None:
    found = readings(b"kill the server", WELL, WELL, workers=1)
    died(found["0"])
    assert found["1"].report
    assert found["2"].report


def test_what_libraries_print_stays_off_standard_output(capfd: pytest.CaptureFixture[str]) -> None:
    assert readings(b"print")["0"].report
    assert capfd.readouterr().out == ""


@pytest.mark.parametrize(("document", "imported"), [(b"%PDF- readers", "pdf"), (b"PK readers", "docx sheet"), (b"readers", "html")])
def test_the_server_imports_the_readers_that_a_document_needs_before_it_forks_and_no_others(
    document: bytes, imported: str, tmp_path: Path
) -> None:
    readings(document + b":" + os.fsencode(tmp_path / "readers"))
    assert (tmp_path / "readers").read_text().split() == imported.split()


def test_an_unreadable_document_says_why_through_the_process() -> None:
    found = list(read_reports([Job("a", "a.pdf", b"%PDF-1.7 and no more")]))
    assert type(found[0].trouble) is UnreadableDocument
    assert "PDF" in found[0].trouble.words.zh


def test_readers_that_cannot_be_imported_are_said_so() -> None:
    with pytest.raises(ReadersDidNotStart):
        list(read_reports([Job("a", "a.txt", WELL)], reader="tests.gouji.no_such_module:read"))


def test_jobs_are_taken_only_when_there_is_room() -> None:
    taken: list[int] = []

    def jobs() -> Iterator[Job]:
        for number in range(6):
            taken.append(number)
            yield Job(str(number), "a.txt", WELL)

    reading = read_reports(jobs(), 2, QUICK, READER)
    next(reading)
    assert len(taken) <= 3
    assert len(list(reading)) == 5


def test_a_kept_server_reads_the_next_batch_unless_it_was_killed_and_ends_with_its_keeping(tmp_path: Path) -> None:
    servers = [tmp_path / str(number) for number in range(4)]
    with kept_readers():
        for numbers, more in zip(servers, (WELL, b"crash", b"kill the server", WELL), strict=True):
            found = readings(f"leave your number:{numbers}".encode(), more, workers=1)
            assert found.keys() == {"0", "1"}
        (first, second, third, fourth) = (_processes(numbers)[1] for numbers in servers)
        assert first == second == third != fourth
        assert not _gone([fourth], within=0)
    assert _gone([fourth])


def test_a_batch_left_half_way_has_its_kept_server_ended(tmp_path: Path) -> None:
    numbers = tmp_path / "numbers"
    with kept_readers():
        readings(WELL)
        reading = read_reports([Job("0", "a.txt", WELL), Job("1", "a.txt", f"say your number:{numbers}".encode())], 2, QUICK, READER)
        next(reading)
        processes = _processes(numbers)
        reading.close()
        assert _gone(processes)
        assert readings(WELL)["0"].report


def test_readings_left_half_way_leave_no_process(tmp_path: Path) -> None:
    numbers = tmp_path / "numbers"
    jobs = [Job("0", "a.txt", WELL), Job("1", "a.txt", f"say your number:{numbers}".encode())]
    reading = read_reports(jobs, 2, QUICK, READER)
    next(reading)
    processes = _processes(numbers)
    reading.close()
    assert _gone(processes)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux kills the children of a killed parent")
def test_a_killed_caller_leaves_no_process(tmp_path: Path) -> None:
    numbers = tmp_path / "numbers"
    program = (
        "from gouji.isolation import Job, read_reports\n"
        f"jobs = [Job(str(n), 'a.txt', b'say your number:{numbers}') for n in range(2)]\n"
        f"list(read_reports(jobs, reader={READER!r}))\n"
    )
    caller = subprocess.Popen([sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})
    processes = _processes(numbers)
    caller.send_signal(signal.SIGKILL)
    caller.wait()
    assert _gone(processes)


def test_ctrl_c_leaves_no_process(tmp_path: Path) -> None:
    numbers = tmp_path / "numbers"
    program = (
        "from gouji.isolation import Job, read_reports\n"
        f"list(read_reports([Job('0', 'a.txt', b'say your number:{numbers}')], reader={READER!r}))\n"
    )
    caller = subprocess.Popen(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    processes = _processes(numbers)
    os.killpg(caller.pid, signal.SIGINT)  # as a terminal does: to the caller and to all that it started
    assert caller.wait(20) != 0
    assert _gone(processes)


def _processes(numbers: Path) -> list[int]:
    """The reader and its server, as soon as the reader has written them down."""
    until = time.monotonic() + 60
    while not (numbers.exists() and numbers.read_text().endswith("\n")):
        assert time.monotonic() < until, "no reader began"
        time.sleep(0.05)
    return [int(number) for number in numbers.read_text().split()]


def _gone(processes: list[int], within: float = 10) -> bool:
    until = time.monotonic() + within
    while any(_runs(process) for process in processes) and time.monotonic() < until:
        time.sleep(0.05)
    return not any(_runs(process) for process in processes)


def _runs(process: int) -> bool:
    """Whether the process still does anything; one that only waits to be reaped does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
