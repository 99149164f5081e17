"""Files and folders that a person names, read one by one in processes of their own."""

import hashlib
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from flows.spots import Spot, beside, spots_of, together
from flows.walking import linked, walked
from gouji.document.bound.binding import bind
from gouji.document.bound.runs import is_picture, runs_of
from gouji.document.pack import INSIDE, members_of, take
from gouji.errors import UnreadableDocument
from gouji.finding import Words
from gouji.isolation import Job, Reading, read_reports
from gouji.report import Report
from gouji.words import words


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
    found = together([spot for real, file in files.items() for spot in spots_of(file, named=real in named)], _walked_whole(paths))
    wanted = [spot for spot in found if spot.wanted]
    passed_over = _passed_over([spot for spot in found if not spot.wanted])
    return list(_read(wanted, progress)), [*passed_over, *_alone(wanted), *_linked(paths), *_nothing(paths, wanted, leave_out)]


def _walked_whole(paths: Sequence[Path]) -> Callable[[str], bool]:
    """Whether all that a folder holds was looked at, and not files of it that were named one by one."""
    folders = [path for path in paths if path.is_dir()]
    return lambda folder: INSIDE[:-1] in folder or any(Path(folder).is_relative_to(above) for above in folders)


def _read(spots: Sequence[Spot], progress: Callable[[str], None]) -> Iterator[ReadFile]:
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
            yield Job(spot.source, spot.name, data)

    readings = {}
    for reading in read_reports(jobs()):
        progress(reading.key)
        readings[reading.key] = reading
    for spot in spots:
        yield _read_file(spot.source, hashes[spot.source], readings.get(spot.source), troubles.get(spot.source))


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


def _passed_over(spots: Sequence[Spot]) -> list[Words]:
    pictures = [spot.name for spot in spots if is_picture(spot.source)]
    others = [spot.name for spot in spots if not is_picture(spot.source)]
    told = (("check.passed-over", others), ("check.pictures-passed-over", pictures))
    return [words(key, count=len(names), names=_first(names)) for key, names in told if names]


def _alone(spots: Sequence[Spot]) -> list[Words]:
    """Pictures that were named alone, and are one of several pages by what lies beside them."""
    runs = [(spot, run) for spot in spots if not spot.parts and (run := beside(spot))]
    return [words("check.picture-alone", file=spot.source, run=run.location, count=len(run.files)) for spot, run in runs]


def _linked(paths: Sequence[Path]) -> list[Words]:
    folders = linked(paths)
    return [words("check.linked", count=len(folders), names=_first([str(folder) for folder in folders]))] if folders else []


def _first(names: Sequence[str]) -> str:
    return "、".join(names[:5]) + ("…" if len(names) > 5 else "")


def _nothing(paths: Sequence[Path], wanted: Collection[Spot], left_out: Collection[Path]) -> list[Words]:
    """That nothing was found under any path, or under these of them; a file may stand under several, or be meant as last year's."""
    if not wanted:
        return [words("check.nothing-found", paths="、".join(map(str, paths)))] if paths else []
    known = {file.resolve() for spot in wanted for file in spot.files} | set(left_out)
    empty = [path for path in paths if known.isdisjoint(walked([path]))]
    return [words("check.nothing-there", paths="、".join(map(str, empty)))] if empty else []


def bytes_again(source: str, sha256: str, pictures: Sequence[str] = ()) -> bytes | None:
    """The bytes of what was read under this name, of these pictures where it was several; None where they are not there any more."""
    try:
        data = _bound(source, pictures) if pictures else _bytes_of(source)
    except (OSError, UnreadableDocument):
        return None
    return data if data is not None and hashlib.sha256(data).hexdigest() == sha256 else None


def _bound(source: str, pictures: Sequence[str]) -> bytes | None:
    folder = source[: source.rfind("/") + 1]
    runs = runs_of([folder + name for name in pictures])
    parts = [(name, _bytes_of(folder + name)) for name in pictures]
    whole = [(name, data) for name, data in parts if data is not None]
    return bind(whole, runs[0]) if runs and len(whole) == len(parts) else None


def _bytes_of(source: str) -> bytes | None:
    """The file's bytes, or those of the archive's member; None where the archive has none of that name."""
    if Path(source).exists():
        return Path(source).read_bytes()
    file, _, name = source.partition(INSIDE)
    member = next((member for member in members_of(Path(file)) if member.name == name), None) if name else None
    return take(Path(file), member) if member else None
