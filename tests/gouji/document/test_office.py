"""DOC, WPS, RTF and ODT by way of LibreOffice: exact, apart from everything, ended in time."""

import os
import signal
import time
from pathlib import Path
from random import Random

import pytest

from benchmarks.corpus import content
from benchmarks.corpus.sheet import workbook
from benchmarks.truth import same
from gouji.document import doubts, read
from gouji.document.office import read_rtf
from gouji.document.office.programs import WRITER
from gouji.document.office.soffice import Conversion, converted
from gouji.errors import ReaderDied, UnreadableDocument
from gouji.isolation import Job, Limits, read_reports
from gouji.reading import read_report
from samples import any_sound, render
from tests.office import as_saved, needs_calc, needs_libreoffice
from tests.samples.test_round_trip import misread, unsure

RTF = b"{\\rtf1\\ansi x}"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
FLAT = f'<?xml version="1.0"?><office:document xmlns:office="{_OFFICE}" office:mimetype="application/vnd.oasis.opendocument.{{}}"/>'


@needs_libreoffice
@pytest.mark.parametrize("ending", ["doc", "rtf", "odt", "fodt"])
def test_a_report_saved_by_libreoffice_is_read_as_it_was_written(ending: str, tmp_path: Path) -> None:
    sample = any_sound(4)
    (data,) = as_saved({"report.docx": render(sample, "docx")}, ending, tmp_path).values()
    report = read_report(data, f"report.{ending}")
    assert misread(sample, report) == []
    assert unsure(report) == []
    assert report.format == ending
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]


@needs_calc
@pytest.mark.parametrize("ending", ["xls", "ods", "fods", "xlsx"])
def test_a_workbook_saved_by_libreoffice_is_read_as_it_was_filled_in(ending: str, tmp_path: Path) -> None:
    printed = content(5)
    (data,) = as_saved({"report.xlsx": workbook(printed, Random(5))}, ending, tmp_path).values()
    report = read_report(data, f"report.{ending}")
    assert report.format == ending
    assert {name: text for name, text in printed.truth.items() if not same(text, report.figures.get(name))} == {}
    assert unsure(report) == []


@needs_libreoffice
@pytest.mark.long
@pytest.mark.parametrize("ending", ["docx", "doc", "rtf", "odt"])
@pytest.mark.parametrize("made_from", ["html", "docx"])
def test_many_reports_saved_by_libreoffice_are_read_as_they_were_written(made_from: str, ending: str, tmp_path: Path) -> None:
    samples = {f"{seed}.{made_from}": any_sound(seed) for seed in range(20)}
    saved = as_saved({name: render(sample, made_from) for name, sample in samples.items()}, ending, tmp_path)
    reports = {name: read_report(data, name) for name, data in saved.items()}
    assert {name: wrong for name, report in reports.items() if (wrong := misread(samples[name], report))} == {}
    assert {name: doubted for name, report in reports.items() if (doubted := unsure(report))} == {}


def in_rows(*rows: tuple[str, str]) -> bytes:
    """RTF with a table of these rows."""
    cells = ("".join(f"\\pard\\intbl {text}\\cell " for text in row) for row in rows)
    table = "".join(f"\\trowd\\cellx2000\\cellx4000 {row}\\row " for row in cells)
    return f"{{\\rtf1\\ansi {table}\\pard end\\par}}".encode()


@needs_libreoffice
def test_a_total_that_libreoffice_calculates_anew_is_not_the_printed_one() -> None:
    formula = "{\\field{\\*\\fldinst =SUM(ABOVE)}{\\fldrslt 99}}"
    (grid,) = read_rtf(in_rows(("a", "3"), ("b", "4"), ("sum", formula)), "report.rtf").grids()
    texts = [(cell.text, cell.doubts) for cell in grid.cells]
    assert texts[:5] == [("a", ()), ("3", ()), ("b", ()), ("4", ()), ("sum", ())]
    assert texts[5] == ("\ufffd", (doubts.NOT_CALCULATED, doubts.REPLACEMENT_CHARACTER))


@pytest.mark.parametrize(
    ("data", "named", "package"),
    [
        (RTF, "RTF", "libreoffice-writer-nogui"),
        (FLAT.format("text").encode(), "FODT", "libreoffice-writer-nogui"),
        (FLAT.format("spreadsheet").encode(), "FODS", "libreoffice-calc-nogui"),
    ],
)
def test_where_libreoffice_is_not_installed_the_package_is_named(
    data: bytes, named: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(UnreadableDocument) as caught:
        read(data, "report.rtf")
    assert named in caught.value.words.zh
    assert package in caught.value.words.zh


@pytest.fixture
def hanging(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A LibreOffice that starts another process, writes down both numbers and never ends."""
    program, numbers = tmp_path / "soffice", tmp_path / "numbers"
    program.write_text(f"#!/bin/sh\nsleep 600 &\necho $$ $! > {numbers}.new\nmv {numbers}.new {numbers}\nwait\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setenv("TMPDIR", str(tmp_path))  # a process that is killed leaves its folder behind
    return numbers


def test_a_libreoffice_that_hangs_is_ended_with_all_that_it_started(hanging: Path) -> None:
    with pytest.raises(ReaderDied) as caught:
        converted(RTF, Conversion(WRITER, "rtf", ("Rich Text Format",)), seconds=0.5)
    assert "0.5 秒" in caught.value.words.zh
    assert all_end(hanging)


def test_a_libreoffice_ends_with_the_process_that_reads(hanging: Path) -> None:
    (reading,) = read_reports([Job("1", "report.rtf", RTF)], limits=Limits(seconds=1))
    assert reading.trouble is not None
    assert "1 秒" in reading.trouble.words.zh
    assert one_ends(int(hanging.read_text().split()[0]))
    os.kill(int(hanging.read_text().split()[1]), signal.SIGKILL)  # the launcher's child; the binary that we start has none


def all_end(numbers: Path) -> bool:
    return all(one_ends(int(number)) for number in numbers.read_text().split())


def one_ends(number: int) -> bool:
    for _ in range(50):
        try:
            state = Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


def test_what_is_bigger_than_any_report_is_not_handed_over() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_rtf(b"{\\rtf1" + bytes(51 << 20), "report.rtf")
    assert "50 MB" in caught.value.words.zh
