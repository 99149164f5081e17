"""PDFs as a browser prints them: any page size, margins, fonts, borders, direction and scale."""

from collections.abc import Sequence
from random import Random

from benchmarks.corpus.browser import browser
from benchmarks.corpus.content import Content
from benchmarks.corpus.pages import bare_page
from benchmarks.corpus.stylesheets import printed_style

# In inches: A4 oftener, Letter, A3, two Chinese book sizes.
_PAPERS = ((8.27, 11.69), (8.27, 11.69), (8.5, 11.0), (11.69, 16.54), (6.93, 9.84), (7.24, 10.24))
_CENTRED = '<div style="font-size:9px;width:100%;text-align:center">{}</div>'
_FEET = (
    '- <span class="pageNumber"></span> -',
    '第 <span class="pageNumber"></span> 页 共 <span class="totalPages"></span> 页',
)


def printed(contents: Sequence[Content], family: str) -> list[bytes]:
    """Each printed by the browser in a layout of its own."""
    with browser() as running:
        return [running.printed(*_page(content, Random(f"{family} {content.seed}"))) for content in contents]


def _page(content: Content, random: Random) -> tuple[str, dict[str, object]]:
    return bare_page(content, random, printed_style(random)), _options(random)


def _options(random: Random) -> dict[str, object]:
    width, height = random.choice(_PAPERS)
    margins = {f"margin{side}": random.choice((0.3, 0.5, 0.8, 1.0, 1.1)) for side in ("Top", "Bottom", "Left", "Right")}
    scale = random.choice((0.7, 0.8, 0.9, 1, 1, 1, 1.1))
    paper: dict[str, object] = {"paperWidth": width, "paperHeight": height, "landscape": random.random() < 0.2, "scale": scale, **margins}
    if random.random() < 0.5:
        return paper
    head, foot = random.choice(("", "政府信息公开工作年度报告")), random.choice(_FEET)
    shown = {"displayHeaderFooter": True, "headerTemplate": _CENTRED.format(head), "footerTemplate": _CENTRED.format(foot)}
    return {**paper, "marginTop": 1.0, "marginBottom": 1.0, **shown}
