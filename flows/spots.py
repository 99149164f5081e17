"""Where the documents are under the files that a person named: files, files in archives, and pictures that are one report."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from flows.sheets import SEPARATED, is_report
from flows.walking import DOCUMENTS
from gouji.document.bound.binding import bind
from gouji.document.bound.runs import Run, is_picture, runs_of
from gouji.document.pack import INSIDE, MOST_BYTES, Member, is_pack, members_of, take
from gouji.errors import UnreadableDocument
from gouji.finding import Words
from gouji.words import words
from gouji.words.refusals import reason_of


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one document's bytes are. `trouble` says why they are not to be had; `parts` are the pictures of its `run`."""

    source: str
    file: Path
    wanted: bool
    member: Member | None = None
    trouble: Words | None = None
    parts: tuple["Spot", ...] = ()
    run: Run | None = None

    @property
    def name(self) -> str:
        return self.source.rsplit("/", 1)[-1]

    @property
    def files(self) -> list[Path]:
        return [part.file for part in self.parts] or [self.file]

    def take(self) -> bytes:
        """The bytes; UnreadableDocument where a file or an archive does not give them."""
        if self.trouble:
            raise UnreadableDocument(self.trouble)
        if self.run:
            return bind([(part.name, part.take()) for part in self.parts], self.run)
        try:
            return take(self.file, self.member) if self.member else _whole(self.file)
        except OSError as refused:
            raise UnreadableDocument(_refused(refused)) from refused


def spots_of(file: Path, *, named: bool) -> Iterator[Spot]:
    """The file, or the files in it where it is an archive of some. `named`: a person asked for this very file."""
    try:
        members = members_of(file) if is_pack(file) else None
    except UnreadableDocument as trouble:
        yield Spot(str(file), file, True, trouble=trouble.words)
        return
    except OSError as refused:
        yield Spot(str(file), file, True, trouble=_refused(refused))
        return
    if members is None:
        spot = Spot(str(file), file, True)
        yield spot if named or file.is_dir() or _is_document(spot) else replace(spot, wanted=False)
        return
    spots = together([_member(file, member) for member in members], lambda _: True)
    yield from spots
    if not any(spot.wanted for spot in spots):
        yield Spot(str(file), file, True, trouble=words("reading.zip"))


def together(spots: Sequence[Spot], is_whole: Callable[[str], bool]) -> list[Spot]:
    """The spots, those that are pages of one report as one. `is_whole` says of a folder whether all that it holds is among them."""
    runs = {file: run for run in runs_of([spot.source for spot in spots], is_whole) for file in run.files}
    by_source = {spot.source: spot for spot in spots}
    first = {run.files[0]: run for run in runs.values()}
    return [
        _bound(first[spot.source], by_source) if spot.source in first else spot
        for spot in spots
        if spot.source not in runs or spot.source in first
    ]


def beside(spot: Spot) -> Run | None:
    """The run to which a picture that is read alone would belong with those beside it in its folder."""
    if not is_picture(spot.source) or spot.member or not spot.file.is_file():
        return None
    names = [str(file) for file in spot.file.parent.iterdir() if not file.name.startswith(".")]
    return next((run for run in runs_of(names) if spot.source in run.files), None)


def _member(file: Path, member: Member) -> Spot:
    spot = Spot(f"{file}{INSIDE}{member.name}", file, True, member)
    return spot if _is_document(spot) else replace(spot, wanted=False)


def _is_document(spot: Spot) -> bool:
    """Whether a file that stands among others is taken for a report: by its name, and by what is in it where that tells too little."""
    suffix = Path(spot.source).suffix.lower()
    if suffix not in SEPARATED:
        return suffix in DOCUMENTS
    try:
        return is_report(spot.take())
    except UnreadableDocument:
        return False


def _bound(run: Run, spots: Mapping[str, Spot]) -> Spot:
    parts = tuple(spots[file] for file in run.files)
    return Spot(run.location, parts[0].file, True, parts=parts, run=run)


def _whole(file: Path) -> bytes:
    size = file.stat().st_size
    if size > MOST_BYTES:
        raise UnreadableDocument(words("reading.too-big", size=size >> 20, limit=MOST_BYTES >> 20))
    return file.read_bytes()


def _refused(refused: OSError) -> Words:
    return words("check.refused", reason=reason_of(refused))
