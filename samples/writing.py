"""Samples written to files, with an index that says what each one shows."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from gouji.words import words
from samples.faults import VARIANTS, Variant, variants
from samples.render_docx import render_docx
from samples.render_html import render_html
from samples.render_pdf import render_pdf
from samples.render_text import render_text
from samples.sample import Sample
from samples.sound import following, sound

# Every format that the readers read: name -> how to render it and the file's ending.
RENDERERS: Mapping[str, tuple[Callable[[Sample], bytes], str]] = {
    "html": (render_html, "html"),
    "docx": (render_docx, "docx"),
    "pdf": (render_pdf, "pdf"),
    "text": (render_text, "txt"),
}


def twin_format(form: str) -> str:
    """The format in which another file of the same report is shown beside one of this format."""
    return "pdf" if form == "html" else "html"


def render(sample: Sample, form: str) -> bytes:
    """The sample in this format: html, docx, pdf or text."""
    return RENDERERS[form][0](sample)


def write_all(folder: Path, shown: Iterable[Variant] | None = None) -> list[Path]:
    """Writes sound and faulty samples in every format, and INDEX.md; says which files there are now.

    The faulty ones are all that there are, or those that are to be `shown`.
    """
    rows, paths = [], []
    for name, sample in sound_samples().items():
        written = write(sample, folder / "sound", name, tuple(RENDERERS))
        rows.append(_row(folder, written, words("samples.sound", agency=sample.agency, year=sample.year).zh, words("samples.none").zh))
        paths += written
    for variant in variants() if shown is None else shown:
        written = write_variant(variant, folder / "faulty" / variant.rule)
        rows.append(_row(folder, written, f"{variant.rule}：{words(f'samples.{variant.name}').zh}", _finds(variant)))
        paths += written
    index = folder / "INDEX.md"
    index.write_text(_index(rows), "utf-8")
    return [index, *paths]


def sound_samples() -> dict[str, Sample]:
    """A few sound reports of different bodies, years and sizes, two of them of one body two years running."""
    first = sound(kind="部门", year=2023, size="medium", seed=3)
    return {
        "department-zero-2024": sound(kind="部门", year=2024, size="zero", seed=1),
        "town-2022": sound(kind="乡镇", year=2022, size="small", seed=2),
        "department-2023": first,
        "department-2024": following(first, size="medium", seed=3),
        "county-2021": sound(kind="县", year=2021, size="medium", seed=4),
        "city-2020": sound(kind="设区的市", year=2020, size="large", seed=5),
        "province-2025": sound(kind="省", year=2025, size="large", seed=6),
        "ministry-2019": sound(kind="部委", year=2019, size="medium", seed=7),
    }


def write_variant(variant: Variant, folder: Path) -> list[Path]:
    """Writes the variant, with last year's report or another file of the same report beside it where the rule needs one."""
    written = write(variant.sample, folder, variant.name, variant.formats)
    if variant.previous:
        write(variant.previous, folder / "previous", variant.name, variant.formats)
    if variant.twin:
        write(variant.twin, folder / "twin", variant.name, tuple(dict.fromkeys(twin_format(form) for form in variant.formats)))
    return written


def write(sample: Sample, folder: Path, name: str, formats: tuple[str, ...]) -> list[Path]:
    """Writes the sample under this name in these formats."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{name}.{RENDERERS[form][1]}" for form in formats]
    for path, form in zip(paths, formats, strict=True):
        path.write_bytes(render(sample, form))
    return paths


def _finds(variant: Variant) -> str:
    found = [f"{find.rule}{words('samples.doubt').zh if find.doubt else ''}" for find in variant.finds]
    return "、".join(found) or words("samples.none").zh


def _row(folder: Path, paths: list[Path], shows: str, finds: str) -> str:
    links = " ".join(f"[{path.suffix[1:]}]({path.relative_to(folder).as_posix()})" for path in paths)
    return f"| {shows} | {finds} | {links} |"


def _index(rows: list[str]) -> str:
    title, note = words("samples.title"), words("samples.note")
    shows, finds, shown_in = words("samples.shows"), words("samples.finds"), words("samples.files")
    head = f"| {shows.zh} {shows.en} | {finds.zh} {finds.en} | {shown_in.zh} {shown_in.en} |\n|---|---|---|"
    terms = "\n".join(f"- {words(f'samples.{name}').zh}：{words(f'samples.{name}').en}" for name in VARIANTS)
    return f"# {title.zh} {title.en}\n\n{note.zh}\n\n{note.en}\n\n{terms}\n\n{head}\n" + "\n".join(rows) + "\n"
