"""What was drawn can be read back, for letters."""

from gouji.evidence.model import Excerpt, ExcerptCell, Quote
from gouji.evidence.reading import excerpts_of
from gouji.evidence.svg import as_svg
from gouji.place import Place

TABLE = Excerpt(
    (
        (ExcerptCell("行政复议", colspan=3, head=True),),
        (
            ExcerptCell("结果维持", head=True),
            ExcerptCell("结果纠正，按本年度申请时间为准统计的件数", head=True),
            ExcerptCell("总计", head=True),
        ),
        (ExcerptCell("1", role="part"), ExcerptCell("", role="part"), ExcerptCell("0", role="spoken")),
    ),
    frozenset({2}),
)
OTHER = Excerpt(((ExcerptCell("名称", rowspan=2, head=True), ExcerptCell("甲")), (ExcerptCell("乙", role="spoken"),)))


def test_a_table_that_was_drawn_is_read_back_as_it_was() -> None:
    tables, quotes = excerpts_of(as_svg([TABLE, OTHER], [], tone="error").data)
    assert (tables, quotes) == ((TABLE, OTHER), ())


def test_a_quote_is_read_back_with_its_phrase_however_many_lines_it_takes() -> None:
    text = "本年共受理申请" + "一二三四五六七八九十" * 8 + "，比上年下降300%，" + "甲乙丙丁戊己庚辛壬癸" * 3
    start = text.index("下降")
    drawn = as_svg([TABLE], [Quote(Place(paragraph=3), text, start, start + 6), Quote(Place(), "又一段。", 0, 0)], tone="doubt").data
    tables, quotes = excerpts_of(drawn)
    assert tables == (TABLE,)
    assert [(q.text, q.text[q.start : q.end]) for q in quotes] == [(text, "下降300%"), ("又一段。", "")]


def test_another_picture_is_nothing() -> None:
    assert excerpts_of(b"\x89PNG") == ((), ())
    assert excerpts_of(b'<svg xmlns="http://www.w3.org/2000/svg"><rect x="a"/></svg>') == ((), ())
