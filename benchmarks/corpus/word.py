"""Word files written by hand, as Word writes them: runs torn by proofing, merged cells, tracked changes, numbers that are not text."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from xml.sax.saxutils import escape

from benchmarks.corpus.article import signature
from benchmarks.corpus.content import Content
from benchmarks.corpus.word_table import word_table

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Setting:
    """What a whole file keeps to."""

    size: int
    font: str
    numbered: bool
    width: int
    height: int
    margin: int


def word_file(content: Content, random: Random, converting: bool = False) -> bytes:
    """The report as DOCX. What is `converting` goes through another program: no changes are left tracked in it."""
    width, height = random.choice(((11906, 16838), (11906, 16838), (16838, 11906), (12240, 15840), (10431, 14740)))
    setting = Setting(
        size=random.choice((18, 20, 21, 24)),
        font=random.choice(("Noto Serif CJK SC", "Noto Sans CJK SC")),
        numbered=random.random() < 0.15,
        width=width,
        height=height,
        margin=random.choice((720, 1080, 1440, 1701)),
    )
    body = "".join(_body(content, setting, random, converting))
    document = f'<w:document xmlns:w="{_W}"><w:body>{body}{_section(setting)}</w:body></w:document>'
    return _package({"word/document.xml": document, "word/styles.xml": _styles(setting), "word/numbering.xml": _numbering()})


def _body(content: Content, setting: Setting, random: Random, converting: bool) -> Iterator[str]:
    sample = content.sample
    yield _paragraph(sample.title, random, '<w:jc w:val="center"/>')
    yield from (_paragraph(text, random) for text in sample.preamble)
    for part in sample.parts:
        yield _heading(part.heading, setting, random)
        yield from (_paragraph(text, random) for text in part.paragraphs)
        if shown := content.table_of(part):
            room = setting.width - 2 * setting.margin
            yield word_table(shown, room, random, converting, traced=not (content.clean or converting))
            yield _paragraph("", random)
    yield from (_paragraph(text, random, '<w:jc w:val="right"/>') for text in signature(content))


def _heading(text: str, setting: Setting, random: Random) -> str:
    """A heading; where Word numbers it, the number is no text."""
    number, _, words = text.partition("、")
    if not (setting.numbered and len(number) == 1 and words):
        return _paragraph(text, random, '<w:pStyle w:val="1"/>')
    return _paragraph(words, random, '<w:pStyle w:val="1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')


def _paragraph(text: str, random: Random, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs(text, random)}</w:p>"


def runs(text: str, random: Random) -> str:
    """The text in runs, torn where Word's proofing or a change of font tears them."""
    pieces = [text]
    if len(text) > 1 and random.random() < 0.3:
        cut = random.randrange(1, len(text))
        pieces = [text[:cut], text[cut:]]
    torn = random.choice(("", '<w:proofErr w:type="spellStart"/>', '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'))
    return torn.join(
        f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{escape(p)}</w:t></w:r>' for p in pieces if p
    )


def _section(setting: Setting) -> str:
    turned = ' w:orient="landscape"' if setting.width > setting.height else ""
    margins = "".join(f' w:{side}="{setting.margin}"' for side in ("top", "right", "bottom", "left"))
    edges = f'{margins} w:header="720" w:footer="720" w:gutter="0"'
    return f'<w:sectPr><w:pgSz w:w="{setting.width}" w:h="{setting.height}"{turned}/><w:pgMar{edges}/></w:sectPr>'


def _styles(setting: Setting) -> str:
    fonts = f'<w:rFonts w:ascii="{setting.font}" w:hAnsi="{setting.font}" w:eastAsia="{setting.font}"/>'
    defaults = f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="{setting.size}"/></w:rPr></w:rPrDefault></w:docDefaults>'
    heading = '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    return f'<w:styles xmlns:w="{_W}">{defaults}{normal}{heading}</w:styles>'


def _numbering() -> str:
    level = '<w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/>'
    abstract = f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">{level}</w:lvl></w:abstractNum>'
    return f'<w:numbering xmlns:w="{_W}">{abstract}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'


def _package(parts: dict[str, str]) -> bytes:
    kinds = {"document": "document.main+xml", "styles": "styles+xml", "numbering": "numbering+xml"}
    overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}"/>' for name, kind in kinds.items())
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    types = f'<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>'
    root = _relationships({"word/document.xml": "officeDocument"})
    inner = _relationships({"styles.xml": "styles", "numbering.xml": "numbering"})
    files = {"[Content_Types].xml": types, "_rels/.rels": root, "word/_rels/document.xml.rels": inner, **parts}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name), _HEAD + text, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _relationships(targets: dict[str, str]) -> str:
    found = (
        f'<Relationship Id="rId{n}" Type="{_RELATIONS}/{kind}" Target="{target}"/>' for n, (target, kind) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(found)}</Relationships>'
