"""Documents as LibreOffice writes them, made from those that samples write."""

import subprocess
from collections.abc import Mapping
from pathlib import Path
from shutil import which

import pytest

from gouji.document.office.programs import CALC, program_for
from gouji.errors import UnreadableDocument


def has_calc() -> bool:
    """Whether the part of LibreOffice that reads and writes workbooks is installed."""
    try:
        return bool(program_for(CALC, "xls"))
    except UnreadableDocument:
        return False


needs_libreoffice = pytest.mark.skipif(which("soffice") is None, reason="LibreOffice (libreoffice-writer-nogui) is not installed")
needs_calc = pytest.mark.skipif(not has_calc(), reason="LibreOffice (libreoffice-calc-nogui) is not installed")
WRITERS = {
    "docx": "docx:MS Word 2007 XML",
    "doc": "doc:MS Word 97",
    "rtf": "rtf:Rich Text Format",
    "odt": "odt:writer8",
    "fodt": "fodt:OpenDocument Text Flat XML",
    "xls": "xls:MS Excel 97",
    "ods": "ods:calc8",
    "fods": "fods:OpenDocument Spreadsheet Flat XML",
    "xlsx": "xlsx:Calc MS Excel 2007 XML",
}
_PAGES = "HTML (StarWriter)"  # else a page stays a page and cannot become a Word document


def as_saved(files: Mapping[str, bytes], ending: str, folder: Path) -> dict[str, bytes]:
    """These files, each saved anew with this ending, by their names; all in one run."""
    sources = folder / "sources"
    sources.mkdir(parents=True)
    for name, data in files.items():
        (sources / name).write_bytes(data)
    reads = [f"--infilter={_PAGES}"] if all(name.endswith(".html") for name in files) else []
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore", *reads]
    command += ["--convert-to", WRITERS[ending], "--outdir", str(folder / "saved"), *(str(sources / name) for name in files)]
    subprocess.run(command, check=False, capture_output=True, timeout=240)
    return {name: (folder / "saved" / name).with_suffix(f".{ending}").read_bytes() for name in files}
