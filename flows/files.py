"""Files and folders that a person names, read one by one in processes of their own."""

import hashlib
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gouji.errors import UsageError
from gouji.finding import Words
from gouji.isolation import Job, read_reports
from gouji.report import Report
from gouji.words import words

# What a folder of reports holds beside them (rosters, pictures, archives) is passed over, and said to be.
DOCUMENTS = {
    ".pdf",
    ".html",
    ".htm",
    ".mht",
    ".mhtml",
    ".xhtml",
    ".txt",
    ".md",
    ".docx",
    ".doc",
    ".wps",
    ".rtf",
    ".odt",
    ".xlsx",
    ".xls",
    ".et",
    ".ofd",
}


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One file: its report, or why it could not be read."""

    source: str
    sha256: str
    report: Report | None
    trouble: Words | None


def read_files(
    paths: Sequence[Path], progress: Callable[[str], None], leave_out: Collection[Path] = ()
) -> tuple[list[ReadFile], list[Words]]:
    """The files in the order of the paths, folders walked by name; and a remark on what was passed over in them."""
    found = [walked for path in paths for walked in _walk(path)]
    files = list(dict.fromkeys(p for p, wanted in found if wanted and p.resolve() not in leave_out))
    passed = [p for p, wanted in found if not wanted]
    return list(_read(files, progress)), _passed_over(passed)


def _walk(path: Path) -> Iterator[tuple[Path, bool]]:
    if not path.exists():
        raise UsageError(words("check.no-such-path", path=path))
    if not path.is_dir():
        yield path, True
        return
    for file in sorted(path.rglob("*")):
        if file.is_file() and not any(part.startswith(".") for part in file.relative_to(path).parts):
            yield file, file.suffix.lower() in DOCUMENTS


def _read(files: Sequence[Path], progress: Callable[[str], None]) -> Iterator[ReadFile]:
    hashes: dict[str, str] = {}

    def jobs() -> Iterator[Job]:
        for file in files:
            data = file.read_bytes()
            hashes[str(file)] = hashlib.sha256(data).hexdigest()
            yield Job(str(file), file.name, data)

    readings = {}
    for reading in read_reports(jobs()):
        progress(reading.key)
        readings[reading.key] = reading
    for file in files:
        reading = readings[str(file)]
        yield ReadFile(str(file), hashes[str(file)], reading.report, reading.trouble.words if reading.trouble else None)


def _passed_over(files: Sequence[Path]) -> list[Words]:
    if not files:
        return []
    names = "、".join(file.name for file in files[:5]) + ("…" if len(files) > 5 else "")
    return [words("check.passed-over", count=len(files), names=names)]
