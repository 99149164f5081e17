"""Trackers that are files: the office's folder and the office's list."""

import re
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from connectors.trackers.folder import Folder
from connectors.trackers.marks import mark_of
from connectors.trackers.xlsx import Xlsx
from gouji.settings import TrackerSetting
from tests.connectors.trackers.house import Record


class FolderHouse:
    def __init__(self, place: Path) -> None:
        self.path = place / "tickets"

    @property
    def tracker(self) -> Folder:
        return Folder(TrackerSetting(type="folder", path=self.path), "folder")

    def records(self) -> list[Record]:
        return [self._record(path) for path in sorted(self.path.glob("*.md")) if mark_of(path.read_text("utf-8"))]

    def _record(self, path: Path) -> Record:
        text = path.read_text("utf-8")
        labels = re.search("标签：(.*)", text)
        notes = re.findall(r"\n\n(.*)\n\n<!-- gouji-note:", text)
        pictures = [p.read_bytes() for p in sorted((self.path / "evidence" / path.stem).glob("*"))]
        assert labels is not None
        return Record(path.name, "状态：打开" in text, text, frozenset(labels[1].split(", ")), tuple(notes), tuple(pictures))

    def close(self, id: str) -> None:
        self._edit(id, "状态：打开 open", "状态：已办结")

    def say(self, id: str, text: str) -> None:
        path = self.path / id
        path.write_text(f"{path.read_text('utf-8')}\n{text}\n", "utf-8")

    def label(self, id: str, label: str) -> None:
        self._edit(id, "标签：", f"标签：{label}, ")

    def crowd(self, count: int) -> None:
        self.path.mkdir(parents=True, exist_ok=True)
        for number in range(count):
            (self.path / f"other-{number}.md").write_text(f"# 别人的第{number}件", "utf-8")

    def _edit(self, id: str, old: str, new: str) -> None:
        path = self.path / id
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


class XlsxHouse:
    def __init__(self, place: Path) -> None:
        self.path = place / "问题清单.xlsx"

    @property
    def tracker(self) -> Xlsx:
        return Xlsx(TrackerSetting(type="xlsx", path=self.path), "xlsx")

    def sheet(self) -> tuple[Any, dict[str, int]]:
        book = load_workbook(self.path)
        page = book.worksheets[0]
        return book, {str(cell.value): cell.column for cell in page[1] if cell.value}

    def records(self) -> list[Record]:
        if not self.path.exists():
            return []
        tracker = self.tracker
        return [self._record(tracker, key, listed.id) for key, listed in tracker.listed()]

    def _record(self, tracker: Xlsx, key: str, id: str) -> Record:
        held = tracker.read(id, key)
        book, at = self.sheet()
        rows = [row for row in book.worksheets[0].iter_rows(min_row=2, values_only=True) if str(row[at["编号"] - 1] or "").startswith(key)]
        shown = "\n".join("\t".join(str(cell or "") for cell in row) for row in rows)
        comments = tuple(line for line in str(rows[0][at["办理记录"] - 1] or "").splitlines() if line)
        pictures = [p.read_bytes() for p in sorted((self.path.parent / "问题清单-evidence" / id).glob("*"))]
        return Record(id, held.open, shown, held.labels, comments, tuple(pictures))

    def close(self, id: str) -> None:
        self.write("整改结果", "已整改，见3月5日更新版")

    def say(self, id: str, text: str) -> None:
        self.write("办理记录", text)

    def write(self, heading: str, text: str, row: int | None = None) -> None:
        """A person writes into this column of our row."""
        book, at = self.sheet()
        page = book.worksheets[0]
        ours = next(r for r in range(2, page.max_row + 1) if str(page.cell(r, at["编号"]).value).startswith("gouji:"))
        page.cell(row or ours, at[heading]).value = text
        book.save(self.path)

    def crowd(self, count: int) -> None:
        book = Workbook()
        page: Any = book.worksheets[0]
        page.append(["单位", "二级指标", "问题明细", "整改结果"])
        for number in range(count):
            page.append([f"别人第{number}件", "依申请公开", "=1+1", "已整改"])
        book.save(self.path)
