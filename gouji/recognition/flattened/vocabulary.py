"""The words of both forms' tables as they are met where a table has been taken apart."""

from collections.abc import Mapping
from functools import cache
from itertools import chain

from gouji.form import form
from gouji.form.model import Line
from gouji.recognition.labels import telling
from gouji.recognition.normal import bare

_HEADS = ("信息内容", "申请人情况", "法人或其他组织", "行政诉讼", "三、本年度办理结果")


@cache
def names() -> Mapping[str, bool]:
    """Every label of both forms as it would be met, bare of signs; true where it names a row or a column."""
    found: dict[str, bool] = dict.fromkeys(map(bare, _HEADS), False)
    for table in (table for name in ("2019", "2021") for table in form(name).tables):
        found |= {bare(block.heading): False for block in table.blocks if block.heading}
        found |= {bare(table.corner): False} if table.corner else {}
        for line in chain.from_iterable((*block.rows, *block.columns) for block in table.blocks):
            found |= {bare(line.group): False} if line.group else {}
            found |= {bare(text): True for text in (line.label, *line.aliases)}
    return found


@cache
def rows_of_tables() -> tuple[Line, ...]:
    """The rows of Tables 2 and 3 of both forms."""
    return tuple(
        row
        for name in ("2021", "2019")
        for table in form(name).tables
        for row in table.rows()
        if table.id == "disclosure" or (table.id == "applications" and telling(row))
    )


@cache
def headers_of_blocks() -> tuple[tuple[str, ...], ...]:
    """The headers of each part of Table 2, in their order."""
    tables = (table for name in ("2019", "2021") for table in form(name).tables if table.id == "disclosure")
    return tuple(tuple(bare(column.label) for column in block.columns) for table in tables for block in table.blocks)


@cache
def block_headings() -> frozenset[str]:
    """What stands over the parts of Table 2: 第二十条第（一）项."""
    blocks = (block for name in ("2019", "2021") for table in form(name).tables for block in table.blocks)
    return frozenset(bare(block.heading) for block in blocks if block.heading)
