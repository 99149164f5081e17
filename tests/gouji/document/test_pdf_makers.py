"""PDFs as other programs make them from our reports: page breaks, fonts and rules are theirs. No figure is read wrong and sure."""

import re
from pathlib import Path
from random import Random
from shutil import which
from subprocess import DEVNULL, run

import pytest

from gouji.reading import read_report
from gouji.report import Report, State
from samples import Sample, any_sound, render

_PAGES = ("A4", "A4", "B5", "letter", "A4 landscape")
_QUIET = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update")


def page(sample: Sample, random: Random) -> str:
    """The sample's page, set in some size with some margins; LibreOffice keeps only the styles that stand on the cells."""
    margin, size = random.randint(10, 35), random.choice((8, 9, 10.5, 12))
    style = f"@page {{ size: {random.choice(_PAGES)}; margin: {margin}mm }} table {{ font-size: {size}pt !important }}"
    border = random.choice(("solid", "solid", "dashed"))
    text = render(sample, "html").decode()
    text = re.sub(r"<script.*?</script>", "", text).replace("</head>", f"<style>{style} td {{ border: 1px {border} #000 }}</style></head>")
    return text.replace("<td", f'<td style="border: 1px {border} #000; font-size: {size}pt"')


def by_chromium(source: Path) -> Path:
    target = source.with_suffix(".pdf")
    profile = f"--user-data-dir={source.parent / 'profile'}"
    run(["chromium", "--headless", *_QUIET, profile, f"--print-to-pdf={target}", source.as_uri()], stdout=DEVNULL, stderr=DEVNULL, check=True, timeout=120)  # fmt: skip
    return target


def by_libreoffice(source: Path) -> Path:
    profile = f"-env:UserInstallation={(source.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--norestore", "--infilter=HTML (StarWriter)", "--convert-to", "pdf", "--outdir"]
    run([*command, str(source.parent), str(source)], stdout=DEVNULL, stderr=DEVNULL, check=True, timeout=120)
    return source.with_suffix(".pdf")


def wrong_and_sure(sample: Sample, report: Report) -> dict[str, tuple[str, str | None]]:
    """The figures read surely as something else than what is printed."""
    read = {name: report.figures[name] for name in sample.figures if name in report.figures}
    sure = {name: figure for name, figure in read.items() if figure.sure and figure.state is not State.ABSENT}
    return {name: (sample.figures[name], f.raw) for name, f in sure.items() if _flat(f.raw) != _flat(sample.figures[name])}


def _flat(text: str | None) -> str:
    return re.sub(r"\s", "", text or "")


def read_as_made(maker: str, seed: int, folder: Path) -> tuple[Sample, Report]:
    sample = any_sound(seed)
    source = folder / f"{seed}.html"
    source.write_text(page(sample, Random(seed)), "utf-8")
    made = {"chromium": by_chromium, "soffice": by_libreoffice}[maker](source)
    return sample, read_report(made.read_bytes(), made.name)


@pytest.mark.parametrize("maker", ["chromium", "soffice"])
def test_a_report_printed_by_another_program_is_read_figure_by_figure(maker: str, tmp_path: Path) -> None:
    if not which(maker):
        pytest.skip(f"{maker} is not installed")
    sample, report = read_as_made(maker, 3, tmp_path)
    assert not wrong_and_sure(sample, report)
    assert sum(figure.state is State.NUMBER for figure in report.figures.values()) >= 0.95 * len(sample.figures)


@pytest.mark.long
@pytest.mark.parametrize("maker", ["chromium", "soffice"])
def test_no_figure_of_many_is_wrong_and_sure(maker: str, tmp_path: Path) -> None:
    if not which(maker):
        pytest.skip(f"{maker} is not installed")
    for seed in range(100, 120):
        assert not wrong_and_sure(*read_as_made(maker, seed, tmp_path)), seed
