"""Which pictures of a folder are the pages of one report, by their names alone."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from gouji.document.bound.numbered import Numbered, Series, bare, series_in

PICTURES = frozenset({".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".tif", ".tiff", ".bmp", ".gif", ".webp", ".heic", ".heif"})
MOST_FILES = 60
# The pictures of a page that a browser or an office program saved lie in a folder of such a name beside it.
_OF_A_PAGE = re.compile(r"(?:_files|\.files|\.fld|_文件)$", re.IGNORECASE)
_LATE_START = 3  # a run that begins later may be a camera's, which counts on from whatever it took before
_CLOCK = 100_000  # a number as high as this is a moment and counts nothing


@dataclass(frozen=True, slots=True)
class Run:
    """The pages of one report: what they are called together, their files in order, and the numbers that are missing among theirs.

    `counted` tells whether they begin where pages do: a camera counts on from whatever it took before, and may have taken other things.
    """

    location: str
    files: tuple[str, ...]
    missing: tuple[int, ...] = ()
    counted: bool = True


def is_picture(name: str) -> bool:
    """Whether the file is a picture by its name."""
    return PurePosixPath(name).suffix.lower() in PICTURES


def runs_of(locations: Iterable[str], is_whole: Callable[[str], bool] = lambda folder: True) -> list[Run]:
    """The runs among these files, whose folders are parted by slashes. `is_whole` says whether all that a folder holds is among them.

    In a folder that holds nothing else, the numbers may be any; else they must count on, but for a few.
    """
    folders: dict[str, list[str]] = {}
    for location in locations:
        folder, _, name = location.rpartition("/")
        folders.setdefault(folder, []).append(name)
    above = {folder.rsplit("/", depth)[0] for folder in folders for depth in range(1, folder.count("/") + 1)} | {""}
    return [
        run
        for folder, names in folders.items()
        if not _OF_A_PAGE.search(folder)
        for run in _runs(folder, names, alone=is_whole(folder) and (folder not in above or folder == "" and len(folders) == 1))
    ]


def _runs(folder: str, names: Sequence[str], *, alone: bool) -> Iterator[Run]:
    pictures = [Numbered.of(name) for name in names if is_picture(name)]
    kinds: dict[tuple[str, ...], list[Numbered]] = {}
    for picture in pictures:
        kinds.setdefault(picture.skeleton, []).append(picture)
    for series in (series for same in kinds.values() for series in series_in(same)):
        if series.counts_pages and _is_one(series, pictures, alone=alone and len(series.names) == len(names)):
            yield _run(folder, series)


def _is_one(series: Series, pictures: Sequence[Numbered], *, alone: bool) -> bool:
    """Whether these are surely one report's pages: as many as a report may have, and none of the same name without a number."""
    if not 2 <= len(series.names) <= MOST_FILES:
        return False
    plain = series.names[0].without(series.slot)
    if plain and any(bare(PurePosixPath(other.name).stem) == plain for other in pictures if other not in series.names):
        return False
    numbers = series.numbers
    return alone or numbers[-1] - numbers[0] + 1 - len(numbers) <= len(numbers) // 2


def _run(folder: str, series: Series) -> Run:
    suffixes = {name.suffix for name in series.names}
    name = series.names[0].starred(series.slot) + (suffixes.pop() if len(suffixes) == 1 else "")
    before = f"{folder}/" if folder else ""
    return Run(before + name, tuple(before + one.name for one in series.names), tuple(_missing(series)), series.numbers[0] <= _LATE_START)


def _missing(series: Series) -> Iterator[int]:
    numbers = series.numbers
    if numbers[-1] >= _CLOCK:
        return
    first = 1 if 1 < numbers[0] <= _LATE_START else numbers[0]
    last = max(numbers[-1], series.total or 0)
    yield from sorted(set(range(first, last + 1)) - set(numbers))
