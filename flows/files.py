"""Files and folders that a person names, read one by one in processes of their own."""

import hashlib
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from flows.walking import DOCUMENTS, linked, walked
from gouji.document.pack import INSIDE, MOST_BYTES, Member, is_pack, members_of, take
from gouji.errors import UnreadableDocument
from gouji.finding import Words
from gouji.isolation import Job, Reading, read_reports
from gouji.report import Report
from gouji.words import words
from gouji.words.refusals import reason_of


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
    """The files in the order of the paths, folders walked by name, ZIP archives opened; and a remark on what was passed over in them."""
    named = {path.resolve() for path in paths}
    files = {real: file for real, file in walked(paths).items() if real not in leave_out}
    found = [spot for real, file in files.items() for spot in _opened(file, named=real in named)]
    wanted = [spot for spot in found if spot.wanted]
    passed_over = _passed_over([spot.source for spot in found if not spot.wanted])
    return list(_read(wanted, progress)), [*passed_over, *_linked(paths), *_nothing(paths, wanted, leave_out)]


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where one document's bytes are. `trouble` says why they are not to be had."""

    source: str
    file: Path
    wanted: bool
    member: Member | None = None
    trouble: Words | None = None

    def take(self) -> bytes:
        """The bytes; UnreadableDocument where an archive does not give them."""
        if self.trouble:
            raise UnreadableDocument(self.trouble)
        try:
            return take(self.file, self.member) if self.member else _whole(self.file)
        except OSError as refused:
            raise UnreadableDocument(_refused(refused)) from refused


def _opened(file: Path, *, named: bool) -> Iterator[_Spot]:
    """The file, or the files in it where it is an archive of some."""
    try:
        members = members_of(file) if is_pack(file) else None
    except UnreadableDocument as trouble:
        yield _Spot(str(file), file, True, trouble=trouble.words)
        return
    except OSError as refused:
        yield _Spot(str(file), file, True, trouble=_refused(refused))
        return
    if members is None:
        yield _Spot(str(file), file, named or file.suffix.lower() in DOCUMENTS or file.is_dir())
        return
    spots = [_Spot(f"{file}{INSIDE}{member.name}", file, Path(member.name).suffix.lower() in DOCUMENTS, member) for member in members]
    yield from spots
    if not any(spot.wanted for spot in spots):
        yield _Spot(str(file), file, True, trouble=words("reading.zip"))


def _read(spots: Sequence[_Spot], progress: Callable[[str], None]) -> Iterator[ReadFile]:
    hashes: dict[str, str] = {}
    troubles: dict[str, Words] = {}

    def jobs() -> Iterator[Job]:
        for spot in spots:
            try:
                data = spot.take()
            except UnreadableDocument as trouble:
                troubles[spot.source] = trouble.words
                hashes[spot.source] = _hash_of(spot.file)
                continue
            hashes[spot.source] = hashlib.sha256(data).hexdigest()
            yield Job(spot.source, spot.source.rsplit("/", 1)[-1], data)

    readings = {}
    for reading in read_reports(jobs()):
        progress(reading.key)
        readings[reading.key] = reading
    for spot in spots:
        yield _read_file(spot.source, hashes[spot.source], readings.get(spot.source), troubles.get(spot.source))


def _whole(file: Path) -> bytes:
    size = file.stat().st_size
    if size > MOST_BYTES:
        raise UnreadableDocument(words("reading.too-big", size=size >> 20, limit=MOST_BYTES >> 20))
    return file.read_bytes()


def _refused(refused: OSError) -> Words:
    return words("check.refused", reason=reason_of(refused))


def _hash_of(file: Path) -> str:
    """The hash of the file; that of no bytes where none may be read."""
    try:
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        return hashlib.sha256(b"").hexdigest()


def _read_file(source: str, sha256: str, reading: Reading | None, trouble: Words | None) -> ReadFile:
    if reading is None:
        return ReadFile(source, sha256, None, trouble)
    return ReadFile(source, sha256, reading.report, reading.trouble.words if reading.trouble else None)


def _passed_over(files: Sequence[str]) -> list[Words]:
    return [words("check.passed-over", count=len(files), names=_first([file.rsplit("/", 1)[-1] for file in files]))] if files else []


def _linked(paths: Sequence[Path]) -> list[Words]:
    folders = linked(paths)
    return [words("check.linked", count=len(folders), names=_first([str(folder) for folder in folders]))] if folders else []


def _first(names: Sequence[str]) -> str:
    return "、".join(names[:5]) + ("…" if len(names) > 5 else "")


def _nothing(paths: Sequence[Path], wanted: Collection[_Spot], left_out: Collection[Path]) -> list[Words]:
    """That nothing was found under any path, or under these of them; a file may stand under several, or be meant as last year's."""
    if not wanted:
        return [words("check.nothing-found", paths="、".join(map(str, paths)))] if paths else []
    known = {spot.file.resolve() for spot in wanted} | set(left_out)
    empty = [path for path in paths if known.isdisjoint(walked([path]))]
    return [words("check.nothing-there", paths="、".join(map(str, empty)))] if empty else []


def bytes_again(source: str, sha256: str) -> bytes | None:
    """The bytes of what was read under this name; None where they are not there any more."""
    try:
        data = _bytes_of(source)
    except (OSError, UnreadableDocument):
        return None
    return data if data is not None and hashlib.sha256(data).hexdigest() == sha256 else None


def _bytes_of(source: str) -> bytes | None:
    """The file's bytes, or those of the archive's member; None where the archive has none of that name."""
    if Path(source).exists():
        return Path(source).read_bytes()
    file, _, name = source.partition(INSIDE)
    member = next((member for member in members_of(Path(file)) if member.name == name), None) if name else None
    return take(Path(file), member) if member else None
