"""The pages of a rehearsal: those that there are already, and over them what it changes."""

import os
import shutil
from pathlib import Path


def begin_with(pages: Path, rehearsed: Path) -> None:
    """`rehearsed` shows what `pages` show. What is written there afterwards leaves these as they are: a file is never
    written into, but put in the place of another, so the two folders may share their files."""
    shutil.rmtree(rehearsed, ignore_errors=True)
    if pages.is_dir():
        shutil.copytree(pages, rehearsed, copy_function=_shared)


def _shared(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # a file system without links
        shutil.copy2(source, target)
