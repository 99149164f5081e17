"""Word documents as a person sees them who has accepted every change; whatever may be seen otherwise is doubted."""

import pytest

from gouji.document import doubts
from gouji.document.docx import read_docx
from gouji.document.docx.counting import counted
from gouji.errors import UnreadableDocument
from samples.render_docx import paragraph
from tests.gouji.document.word import W, cell, grid, line, read, row, said, table, word

HIDDEN = "<w:vanish/>"
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
IMAGE = "<w:r><w:pict><v:shape style='width:40pt'><v:imagedata/></v:shape></w:pict></w:r>"
FIELD = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>{}</w:instrText></w:r>{}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
RESULT = "<w:r><w:fldChar w:fldCharType='separate'/></w:r>"


def boxed(content: str) -> str:
    return BOX.format(content, content)


CELLS = {
    "plain": (said("1") + said("0"), "10", ()),
    "a change to 7": (f"<w:del w:id='1'><w:r><w:delText>3</w:delText></w:r></w:del><w:ins w:id='2'>{said('7')}</w:ins>", "7", (doubts.TRACKED_CHANGE,)),
    "an insertion alone": (f"<w:ins w:id='2'>{said('7')}</w:ins>", "7", ()),
    "moved here": (f"<w:moveTo w:id='2'>{said('6')}</w:moveTo>", "6", ()),
    "moved away": (f"<w:moveFrom w:id='2'>{said('6')}</w:moveFrom>", "", (doubts.TRACKED_CHANGE,)),
    "hidden before 2": (said("9", HIDDEN) + said("2"), "2", (doubts.HIDDEN_TEXT,)),
    "hidden and switched off": (said("9", "<w:vanish w:val='0'/>") + said("2"), "92", ()),
    "hidden by a style": (said("9", "<w:rStyle w:val='unseen'/>") + said("2"), "2", (doubts.HIDDEN_TEXT,)),
    "white": (said("1") + said("9", "<w:color w:val='FFFFFF'/>"), "19", (doubts.HIDDEN_TEXT,)),
    "white on a colour": (said("1", "<w:color w:val='FFFFFF'/><w:shd w:fill='000000'/>"), "1", ()),
    "too small": (said("1") + said("9", "<w:sz w:val='2'/>"), "19", (doubts.HIDDEN_TEXT,)),
    "struck out": (said("3", "<w:strike/>") + said("7"), "37", (doubts.STRUCK_TEXT,)),
    "a note's number": (said("12") + said("1", "<w:vertAlign w:val='superscript'/>"), "12", (doubts.FOOTNOTE_MARK,)),
    "a footnote": (said("12") + "<w:r><w:footnoteReference w:id='2'/></w:r>", "12", (doubts.FOOTNOTE_MARK,)),
    "a content control": (f"<w:sdt><w:sdtPr/><w:sdtContent>{said('5')}</w:sdtContent></w:sdt>", "5", ()),
    "a smart tag": (f"<w:smartTag>{said('5')}</w:smartTag>", "5", ()),
    "a simple field": (f"<w:fldSimple w:instr='=SUM(ABOVE)'>{said('5')}</w:fldSimple>", "5", ()),
    "a field with its result": (FIELD.format("=SUM(ABOVE)", RESULT + said("5")), "5", ()),
    "a field that keeps no result": (FIELD.format(" EQ \\o\\ac(○,1)", ""), "\ufffd", (doubts.REPLACEMENT_CHARACTER,)),
    "a symbol": ("<w:r><w:sym w:font='Symbol' w:char='F031'/></w:r>", "\ufffd", (doubts.REPLACEMENT_CHARACTER,)),
    "a symbol as a text": (said("\uf031", "<w:rFonts w:ascii='Symbol'/>"), "\ufffd", (doubts.REPLACEMENT_CHARACTER,)),
    "a letter of a symbol font": (said("1", "<w:rFonts w:ascii='Wingdings 2'/>"), "1", (doubts.UNMAPPED_FONT,)),
    "a text box": (boxed(line(said("8"))), "8", (doubts.TEXT_BOX,)),
    "an image": (IMAGE, "\ufffd", (doubts.IMAGE,)),
    "an image beside a figure": (said("4") + IMAGE, "4", (doubts.IMAGE,)),
    "an embedded workbook": ("<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject/></w:object></w:r>", "\ufffd", (doubts.IMAGE,)),
    "a chart": ("<w:r><w:drawing><c:chart/></w:drawing></w:r>", "\ufffd", (doubts.IMAGE,)),
    "a formula": ("<m:oMath><m:r><m:t>12</m:t></m:r></m:oMath>", "12", ()),
    "a fraction": ("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num></m:f></m:oMath>", "\ufffd", (doubts.REPLACEMENT_CHARACTER,)),
    "a hyphen": ("<w:r><w:noBreakHyphen/></w:r>" + said("3"), "-3", ()),
    "two lines": (said("1") + "<w:r><w:br/></w:r>" + said("0"), "1\n0", ()),
}  # fmt: skip
STYLES = {"styles": "<w:style w:type='character' w:styleId='unseen'><w:rPr><w:vanish/></w:rPr></w:style>"}


@pytest.mark.parametrize(("runs", "text", "found"), CELLS.values(), ids=CELLS)
def test_a_cell_is_what_a_reader_sees_with_what_makes_it_doubtful(runs: str, text: str, found: tuple[str, ...]) -> None:
    seen = grid(table(row(cell("收到"), cell(line(runs)))), STYLES).covering(0, 1)
    assert seen is not None
    assert (seen.text, set(found) <= set(seen.doubts), bool(seen.doubts)) == (text, True, bool(found))


def test_a_table_in_a_figures_cell_is_doubted_and_a_line_across_one_is_no_blank() -> None:
    across = "<w:tcBorders><w:tl2br w:val='single'/></w:tcBorders>"
    inner = table(row(cell("3"))) + line("")
    seen = grid(table(row(cell("甲"), cell(inner), cell("", across), cell("")), row(*(cell(text) for text in "乙123"))))
    texts = [(found.text, found.doubts) for found in seen.row(0)]
    assert texts == [("甲", ()), ("3", (doubts.TABLE_IN_CELL,)), ("\ufffd", (doubts.IMAGE,)), ("", ())]


def test_merges_across_and_down_and_skipped_columns_stand_on_one_grid() -> None:
    seen = grid(
        table(
            row(cell("高", "<w:vMerge w:val='restart'/>"), cell("宽", "<w:gridSpan w:val='3'/>")),
            row(cell("", "<w:vMerge/>"), cell("1"), cell("2"), cell("3")),
            row(cell("4"), cell("5"), properties="<w:gridBefore w:val='2'/>"),
            f"<w:sdt><w:sdtContent>{row(cell('6'), '<w:sdt><w:sdtContent>' + cell('7') + '</w:sdtContent></w:sdt>', cell('8'), cell('9'))}</w:sdtContent></w:sdt>",
        )
    )
    placed = [(one.text, one.row, one.column, one.rowspan, one.colspan, one.place.column) for one in seen.cells]
    assert placed == [
        ("高", 0, 0, 2, 1, 1), ("宽", 0, 1, 1, 3, 2), ("1", 1, 1, 1, 1, 2), ("2", 1, 2, 1, 1, 3), ("3", 1, 3, 1, 1, 4),
        ("4", 2, 2, 1, 1, 3), ("5", 2, 3, 1, 1, 4), ("6", 3, 0, 1, 1, 1), ("7", 3, 1, 1, 1, 2), ("8", 3, 2, 1, 1, 3), ("9", 3, 3, 1, 1, 4),
    ]  # fmt: skip
    assert not any(one.doubts for one in seen.cells)


def test_what_a_merge_covers_is_not_seen() -> None:
    seen = grid(table(row(cell("1", "<w:vMerge w:val='restart'/>"), cell("2")), row(cell("9", "<w:vMerge/>"), cell("3"))))
    assert [(one.text, one.doubts) for one in seen.cells] == [("1", (doubts.HIDDEN_TEXT,)), ("2", ()), ("3", ())]


def test_a_row_that_ends_before_the_others_may_be_shifted() -> None:
    seen = grid(table(row(cell("a"), cell("1"), cell("2")), row(cell("b"), cell("3"))))
    assert [one.doubts for one in seen.row(1)] == [(doubts.UNEVEN_ROWS,)] * 2
    assert not any(one.doubts for one in seen.row(0))


def test_a_deleted_row_is_gone_but_what_is_missing_may_be_it() -> None:
    document = read(table(row(cell("a"), cell("1")), row(cell("b"), cell("2"), properties="<w:del w:id='1'/>"), row(cell("c"), cell("3"))))
    assert [one.text for found in document.grids() for one in found.cells] == ["a", "1", "c", "3"]
    assert document.unread == (doubts.TRACKED_CHANGE,)


def test_tables_that_only_lay_out_a_page_give_what_is_in_them() -> None:
    figures = table(row(cell("a"), cell("1")), row(cell("b"), cell("2")))
    document = read(table(row(cell(line(said("一、总体情况")) + figures + line("")), cell("边"))) + table(row(cell("独占一格的说明"))))
    assert [block.text if not hasattr(block, "cells") else len(block.cells) for block in document.blocks] == [
        "一、总体情况",
        4,
        "边",
        "独占一格的说明",
    ]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    document = read(line(said("前") + boxed(line(said("框中")) + table(row(cell("a"), cell("1"))))) + line(said("后")))
    assert [getattr(block, "text", "grid") for block in document.blocks] == ["前", "框中", "grid", "后"]


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next() -> None:
    document = read(line(said("收到"), "<w:rPr><w:del w:id='1'/></w:rPr>") + line(said("申请3件")) + line(said("完")))
    assert [one.text for one in document.paragraphs()] == ["收到申请3件", "完"]


def test_a_table_of_contents_headers_and_comments_are_no_text() -> None:
    contents = line(FIELD.format("TOC \\o", RESULT + said("一、总体情况 1")))
    document = read(contents + line(said("一、总体情况") + "<w:r><w:commentReference w:id='1'/></w:r>"))
    assert [one.text for one in document.paragraphs()] == ["一、总体情况"]


def test_a_field_without_an_end_does_not_swallow_the_rest() -> None:
    body = line("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>" + said("一")) + line(said("二"))
    assert [one.text for one in read(body).paragraphs()] == ["一", "二"]


LEVELS = "".join(
    f"<w:lvl w:ilvl='{level}'><w:start w:val='1'/><w:numFmt w:val='{form}'/>{linked}<w:lvlText w:val='{text}'/></w:lvl>"
    for level, form, linked, text in (
        (0, "chineseCountingThousand", "<w:pStyle w:val='part'/>", "%1、"),
        (1, "chineseCounting", "", "（%2）"),
        (2, "decimal", "<w:isLgl/>", "%1.%3."),
    )
)
NUMBERED = {
    "numbering": f"<w:abstractNum w:abstractNumId='4'>{LEVELS}</w:abstractNum><w:abstractNum w:abstractNumId='5'><w:numStyleLink w:val='linked'/></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='4'/></w:num><w:num w:numId='3'><w:abstractNumId w:val='5'/></w:num>"
    "<w:num w:numId='2'><w:abstractNumId w:val='4'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>",
    "styles": "<w:style w:type='paragraph' w:styleId='part'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr><w:outlineLvl w:val='0'/></w:pPr></w:style>"
    "<w:style w:type='numbering' w:styleId='linked'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>",
}  # fmt: skip


def numbered(text: str, num: int, level: int) -> str:
    return line(said(text), f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{num}'/></w:numPr>")


def test_numbers_that_word_counts_stand_before_their_paragraphs() -> None:
    body = (
        line(said("总体情况"), "<w:pStyle w:val='part'/>") + numbered("主动公开", 1, 1) + numbered("依申请公开", 1, 1) + numbered("2023年", 1, 2)
        + line(said("主动公开政府信息情况"), "<w:pStyle w:val='part'/>") + numbered("重新起算", 1, 1) + numbered("另一列表", 3, 0)
        + numbered("从五开始", 2, 0) + numbered("接着数", 2, 0) + line(said("无号"), "<w:pStyle w:val='part'/><w:numPr><w:numId w:val='0'/></w:numPr>")
    )  # fmt: skip
    document = read(body, NUMBERED)
    assert [one.text for one in document.paragraphs()] == [
        "一、总体情况", "（一）主动公开", "（二）依申请公开", "1.1. 2023年", "二、主动公开政府信息情况", "（一）重新起算", "三、另一列表",
        "五、从五开始", "六、接着数", "无号",
    ]  # fmt: skip
    assert [one.level for one in document.paragraphs()][:2] == [1, None]


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (1, "chineseCounting", "一"), (10, "japaneseCounting", "十"), (11, "chineseCountingThousand", "十一"), (20, "chineseCounting", "二十"),
        (105, "chineseCountingThousand", "一百零五"), (105, "chineseCounting", "一〇五"), (3, "decimalEnclosedCircleChinese", "③"),
        (4, "upperRoman", "IV"), (28, "lowerLetter", "bb"), (2, "chineseLegalSimplified", "贰"), (3, "ideographTraditional", "丙"),
        (7, "decimalZero", "07"), (12, "decimalFullWidth", "１２"), (21, "decimalEnclosedCircle", "\ufffd"), (1, "cardinalText", "\ufffd"), (1, "bullet", ""),
    ],
)  # fmt: skip
def test_word_counts_in_many_ways_and_what_is_unknown_is_not_guessed(number: int, form: str, shown: str) -> None:
    assert counted(number, form) == shown


def test_the_strict_variant_is_read() -> None:
    body = f'<w:document xmlns:w="{W}"><w:body>{line(said("正文"))}</w:body></w:document>'
    strict = word("", main=body.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main"))
    assert [one.text for one in read_docx(strict, "strict.docx").paragraphs()] == ["正文"]


def test_a_picture_as_wide_as_a_table_an_object_and_a_page_put_in_were_not_read() -> None:
    wide = IMAGE.replace("40pt", "400pt")
    document = read(paragraph("正文") + line(wide) + line(IMAGE) + line("<w:r><w:object/></w:r>") + "<w:altChunk/>")
    assert document.unread == (doubts.IMAGE, doubts.FRAME)


@pytest.mark.parametrize(("body", "sentence"), [("", "没有可见的文字"), (line(IMAGE.replace("40pt", "400pt")), "只有图片")])
def test_a_document_without_text_says_so(body: str, sentence: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read(body)
    assert sentence in caught.value.words.zh


@pytest.mark.parametrize(("title", "kept"), [("某局2023年政府信息公开工作年度报告", True), ("文档1", False)])
def test_a_title_in_the_files_properties_is_kept_where_it_is_a_reports(title: str, kept: bool) -> None:
    data = word(line(said("正文")), properties=f'<dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">{title}</dc:title>')
    assert read_docx(data, "report.docx").meta == ({"title": title} if kept else {})


def test_line_ends_of_the_xml_are_none_of_the_text() -> None:
    runs = '<w:r><w:t>\n  收到\n申请 </w:t><w:t xml:space="preserve"> 3 件</w:t></w:r>'
    assert [one.text for one in read(line(runs)).paragraphs()] == ["收到 申请 3 件"]
