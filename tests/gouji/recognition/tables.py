"""Grids as readers make them, written down as rows of text."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from gouji.document.model import Cell, Document, Grid, Paragraph
from gouji.form import form
from gouji.place import Place
from gouji.recognition import recognise
from gouji.report import Figure, Report

HEAD = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
APPLICANTS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
TITLE = "云溪县水务局2023年政府信息公开工作年度报告"
ONE, TWO, THREE, FOUR = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
)


def grid(rows: Sequence[Sequence[str]], number: int = 1, *, ragged: bool = False) -> Grid:
    """A grid without merged cells; every text is one cell."""
    cells = (Cell(text, r, c, Place(table=number, row=r + 1, column=c + 1)) for r, texts in enumerate(rows) for c, text in enumerate(texts))
    return Grid(tuple(cells), number, ragged)


def document(*blocks: Grid | str, source: str = "report.html") -> Document:
    """A document of these grids and paragraphs, numbered as they stand."""
    numbers = count(1)
    made = tuple(b if isinstance(b, Grid) else Paragraph(b, Place(paragraph=next(numbers))) for b in blocks)
    return Document(source, "0" * 64, "html", made)


def disclosure_rows() -> list[list[str]]:
    return [
        ["第二十条第（一）项", "", "", ""],
        HEAD,
        ["规章", "0", "0", "0"],
        ["行政规范性文件", "2", "1", "9"],
        ["信息内容", "本年处理决定数量", "", ""],
        ["行政许可", "120", "", ""],
        ["行政处罚", "31", "", ""],
        ["行政强制", "0", "", ""],
        ["信息内容", "本年收费金额（单位：万元）", "", ""],
        ["行政事业性收费", "13.5", "", ""],
    ]


def application_rows(single: bool = False) -> list[list[str]]:
    """Table 3 as the form prints it, ten applications of natural persons, all granted."""
    lines = [row for row in form("2021").table("applications").rows() if bool(row.instead_of) == single or not row.id.startswith("other_")]
    many = {"received": "10", "granted": "10", "concluded_total": "10"}
    body = [[line.label, many.get(line.id, "0"), *"00000", many.get(line.id, "0")] for line in lines]
    return [["本列数据的勾稽关系", *APPLICANTS], *body]


def proceeding_rows() -> list[list[str]]:
    outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    tracks = ["行政复议"] * 5 + ["未经复议直接起诉"] * 5 + ["复议后起诉"] * 5
    return [tracks, outcomes * 3, [*"10001", *"00000", *"00011"]]


def read(*tables: Grid | list[list[str]], ragged: bool = False) -> Report:
    """The report in these tables, each a grid or its rows, with no text around them."""
    grids = [t if isinstance(t, Grid) else grid(t, n, ragged=ragged) for n, t in enumerate(tables, 1)]
    return recognise(document(*(replace(g, number=n) for n, g in enumerate(grids, 1))))


def told(figure: Figure) -> tuple[str | None, str, tuple[str, ...]]:
    """What a figure says: its text, its state, its doubts."""
    return figure.raw, str(figure.state), figure.doubts
