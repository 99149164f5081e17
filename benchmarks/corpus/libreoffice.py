"""Documents that LibreOffice makes of pages and Word files: many in one call."""

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random
from shutil import which

from benchmarks.corpus.content import Content
from benchmarks.corpus.pages import bare_page
from benchmarks.corpus.stylesheets import office_style
from benchmarks.corpus.word import word_file

# Ending -> the export filter.
_FILTERS = {
    "pdf": "pdf:writer_pdf_Export",
    "docx": "docx:MS Word 2007 XML",
    "doc": "doc:MS Word 97",
    "rtf": "rtf:Rich Text Format",
    "odt": "odt:writer8",
    "html": "html:HTML (StarWriter)",
    "txt": "txt:Text (encoded):UTF8",
}
_FROM_HTML = ("--infilter=HTML (StarWriter)",)
_SECONDS_A_FILE = 30


def libreoffice_here() -> str | None:
    """Where LibreOffice is installed, None where it is not."""
    return which("soffice") or which("libreoffice")


def from_pages(contents: Sequence[Content], family: str, ending: str) -> list[bytes]:
    """Each as LibreOffice saves a page that it opened."""
    randoms = [Random(f"{family} {content.seed}") for content in contents]
    return converted([bare_page(c, r, office_style(r)).encode() for c, r in zip(contents, randoms, strict=True)], "html", ending)


def from_word(contents: Sequence[Content], family: str, ending: str) -> list[bytes]:
    """Each as LibreOffice saves a Word file that it opened."""
    return converted([word_file(content, Random(f"{family} {content.seed}"), converting=True) for content in contents], "docx", ending)


def converted(files: Sequence[bytes], given: str, wanted: str) -> list[bytes]:
    """The files in another format, in one call with a profile of its own."""
    if not files:
        return []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources = [folder / f"{number}.{given}" for number in range(len(files))]
        for source, data in zip(sources, files, strict=True):
            source.write_bytes(data)
        _convert(sources, _FROM_HTML if given == "html" else (), _FILTERS[wanted], folder)
        return [(folder / "out" / f"{source.stem}.{wanted}").read_bytes() for source in sources]


def _convert(sources: Sequence[Path], options: Sequence[str], export: str, folder: Path) -> None:
    command = [str(libreoffice_here()), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", *options]
    subprocess.run(
        [*command, "--convert-to", export, "--outdir", str(folder / "out"), *map(str, sources)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, timeout=60 + _SECONDS_A_FILE * len(sources),
    )  # fmt: skip
