"""Pages written to the review site's folder; a reader never meets half a page."""

import os
import re
from contextlib import suppress
from pathlib import Path

from expectations.data_docs.pages import IndexPage, ReportPage
from expectations.data_docs.rendering import render_index, render_report


def write_report_page(folder: Path, page: ReportPage, lang: str = "zh") -> Path:
    """The document's page, written under reports/ in this folder."""
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,120}", page.id):
        raise ValueError(f"not the name of a page: {page.id!r}")
    return _written(folder / "reports" / f"{page.id}.html", render_report(page, lang, index="../index.html"))


def write_index(folder: Path, index: IndexPage, lang: str = "zh") -> Path:
    """The front page, written as index.html in this folder."""
    return _written(folder / "index.html", render_index(index, lang))


def _written(path: Path, html: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    # Not tempfile, whose files only their owner may read: a web server of another user shows these.
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        beside.write_text(html, "utf-8", newline="\n")
        os.replace(beside, path)
    except OSError as refused:  # of the page, not of our half of it; on a full disk that half is not left lying there
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise OSError(refused.errno, refused.strerror, str(path)) from refused
    return path
