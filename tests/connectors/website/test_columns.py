"""What is called like a report: a column of reports is followed, a report is none."""

from pathlib import Path

import pytest

from connectors.sources.website.titles import names_no_body
from tests.connectors import markup
from tests.connectors.looking import look
from tests.connectors.site import Answer, Page, Site
from tests.connectors.website.columns import column, honest, paths, report

SUB_COLUMN = """<html><head><title>2024年政府信息公开年报_甲县</title></head><body><div class="side"><a href="/zn/">指南</a></div><ul>%s</ul></body></html>"""


def entries(paths: dict[str, str]) -> str:
    return "".join(f'<li><a href="{path}" title="{title}">{title}</a><span>2025-01-22</span></li>' for path, title in paths.items())


def test_a_column_that_is_called_like_a_report_is_followed_and_is_none(site: Site, tmp_path: Path) -> None:
    bodies = {"/24/1.html": "甲县水务局2024年政府信息公开工作年度报告", "/24/2.html": "甲县教育局2024年政府信息公开工作年度报告"}
    top = entries({"/24/index.html": "2024年政府信息公开年报", "/25/9.html": "甲县2025年政府信息公开工作年度报告"})
    top += entries({"/towns.shtml": "各乡镇、街道2024年政府信息公开年度报告"})
    pages: dict[str, Page] = {
        "/nb/": Answer((SUB_COLUMN % top).encode()),
        "/24/index.html": Answer((SUB_COLUMN % entries(bodies)).encode()),
        "/towns.shtml": Answer((SUB_COLUMN % entries({"/24/3.html": "甲县柳汀镇2024年政府信息公开工作年度报告"})).encode()),
        "/25/9.html": report("甲县2025年政府信息公开工作年度报告"),
        **{f"/24/{n}.html": report("甲县年报") for n in (1, 2, 3)},
    }
    site.pages |= {path: honest(answer) for path, answer in pages.items()}
    source = column(site, tmp_path, "/nb/")
    for _ in range(2):
        found, said = look(source)
        assert (paths(site, found), said) == (["/25/9.html", "/24/1.html", "/24/2.html", "/24/3.html"], "")
    survey = source.survey()
    assert [item.title for item in survey.items] == [
        "甲县2025年政府信息公开工作年度报告",
        "各乡镇、街道2024年政府信息公开年度报告",  # at an address that says nothing of what it is; a look opens it
        *bodies.values(),
    ]
    assert (survey.pages, survey.troubles) == (2, ())


def test_a_column_called_like_a_report_whose_entries_come_from_an_interface_is_followed(site: Site, tmp_path: Path) -> None:
    title = "寅市甲局2025年政府信息公开年报"
    site.pages["/nb/"] = Answer((SUB_COLUMN % entries({"/zfxxgk/25/index.html": "2025年政府信息公开年报"})).encode())
    site.pages["/zfxxgk/25/index.html"] = Answer(markup.JPAAS.encode())
    answer = Answer(markup.jpaas_answer(title, count=1), headers={"Content-Type": "application/json;charset=UTF-8"})
    site.pages[markup.jpaas_address(1)] = answer
    [(number, _)] = markup.titled((title,))
    site.pages[f"/zfxxgk/art/2026/art_{number}.html"] = report(title)
    found, said = look(column(site, tmp_path, "/nb/"))
    assert (paths(site, found), said) == ([f"/zfxxgk/art/2026/art_{number}.html"], "")


OTHERS = entries({f"/{year}.html": f"甲县水务局{year}年政府信息公开工作年度报告" for year in (2024, 2023, 2022)})


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("甲县水务局2025年政府信息公开工作年度报告", OTHERS),  # a script has yet to fill in the article
        ("2025年政府信息公开年报", f"<p>一、总体情况</p>{OTHERS}"),
        ("2025年政府信息公开年报", f"<div class=TRS_Editor><a href='a.pdf'>2025年年报</a></div>{OTHERS}"),
    ],
)
def test_a_report_with_links_to_others_beside_it_is_no_column(site: Site, tmp_path: Path, title: str, text: str) -> None:
    site.pages["/nb/"] = Answer((SUB_COLUMN % entries({"/25.html": title})).encode())
    site.pages["/25.html"] = Answer(f"<html><head><title>{title}</title></head><body>{text}</body></html>".encode())
    site.pages["/a.pdf"] = Answer(b"%PDF-", headers={"Content-Type": "application/pdf"})
    found, said = look(column(site, tmp_path, "/nb/"))
    assert (paths(site, found)[0], said) == ("/25.html", "")


def test_a_title_without_a_body_is_told_from_one_with_it() -> None:
    assert all(
        map(names_no_body, ["2024年政府信息公开年报", "各部门2024年政府信息公开工作年度报告", "2023年度乡镇（街道）年报", "部门年报"])
    )
    assert not any(map(names_no_body, ["甲县2024年政府信息公开年报", "水务局2024年政府信息公开工作年度报告", "2022年南关区民政局年度报告"]))
