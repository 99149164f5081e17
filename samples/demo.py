"""A handful of reports for `make demo`: sound, faulty, blank, two years running, and a file that nobody can read."""

from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

from gouji.data import data_file
from gouji.form import form
from samples.bodies import body
from samples.changes import changed
from samples.figures import completed
from samples.sample import Sample
from samples.sound import Wording, compose, following, sound
from samples.writing import render

YEAR = 2024
_ENDINGS = {"html": "html", "pdf": "pdf", "text": "txt"}


def demo_set(folder: Path) -> list[Path]:
    """Writes the demonstration's reports and says which files there are."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [_write(folder, sample, shown_as) for sample, shown_as in demo_reports()]
    broken = folder / "无法打开的文件.pdf"
    broken.write_bytes(b"%PDF-1.4\n" + Random(0).randbytes(3000))
    return [*paths, broken]


def demo_reports() -> list[tuple[Sample, str]]:
    """The demonstration's reports, each with its format."""
    last_year = sound("鹤栖市汀兰区民政局", "部门", YEAR - 1, "medium", 4)
    return [
        (police_report(), "text"),
        (sound("栖梧县水务局", "部门", YEAR, "small", 1), "html"),
        (sound("澜溪县人民政府办公室", "县", YEAR, "medium", 2), "pdf"),
        (_with_wrong_sum(sound("澜溪县教育局", "部门", YEAR, "medium", 3)), "pdf"),
        (last_year, "pdf"),
        (_with_other_carry_in(following(last_year, "medium", 5)), "html"),
        (_with_blanks(sound("栖梧县柳汀镇人民政府", "乡镇", YEAR, "small", 6)), "html"),
    ]


def demo_roster(path: Path) -> Path:
    """Writes the roster of the demonstration's bodies as CSV."""
    names = {sample.agency: sample.kind for sample, _ in demo_reports()}
    path.write_text("机构名称,机构类型\n" + "".join(f"{name},{kind}\n" for name, kind in names.items()), "utf-8")
    return path


def police_report() -> Sample:
    """A reconsideration total left at 0 while text and parts say 1, and a fall of 300 per cent."""
    data: Mapping[str, Any] = data_file("samples", "demo.yaml")
    counts = {name: str(count) for name, count in completed(data["counts"], form("2021")).items()}
    wording = Wording(requests=data["requests"], disputes=data["disputes"])
    sample = compose(body(data["agency"], data["kind"]), data["year"], data["disclosure"] | counts, 0, wording)
    return changed(sample, {"print": data["print"]})


def _with_wrong_sum(sample: Sample) -> Sample:
    """One outcome row's 总计 is ten too many."""
    name = "applications.unavailable_not_held.total"
    return changed(sample, {"print": {name: str(int(sample.figures[name]) + 10)}})


def _with_other_carry_in(sample: Sample) -> Sample:
    """One request more was carried in and granted than last year's report carried out; the report itself adds up."""
    more = [
        f"applications.{row}.{column}" for row in ("carried_in", "granted", "concluded_total") for column in ("natural_person", "total")
    ]
    return changed(sample, {"print": {name: str(int(sample.figures[name]) + 1) for name in more}})


def _with_blanks(sample: Sample) -> Sample:
    """Zeros of two columns of organisations were left out."""
    blank = [
        f"applications.{row.id}.{column}" for row in form("2021").table("applications").rows() for column in ("research", "legal_service")
    ]
    return changed(sample, {"print": {name: "" for name in blank if sample.figures.get(name) == "0"}})


def _write(folder: Path, sample: Sample, shown_as: str) -> Path:
    path = folder / f"{sample.agency}{sample.year}年度报告.{_ENDINGS[shown_as]}"
    path.write_bytes(render(sample, shown_as))
    return path
