"""Pictures of what failed or is in doubt: beside the page, on it, and named by the ticket."""

import json
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from samples import sound
from tests.flows.calling import gouji
from tests.flows.town import AGENCY, FAULTY, OTHER, SOUND, Town

DOUBTFUL = sound(OTHER, year=2024).with_figures(disclosure__permits__decisions="1 7")


def pictures(town: Town) -> list[str]:
    return sorted(path.suffix for path in town.pages.glob("evidence/*/*"))


def page(town: Town, agency: str) -> Path:
    [found] = [path for path in (town.pages / "reports").glob("*.html") if agency in path.read_text("utf-8")[:600]]
    return found


def test_a_finding_has_its_picture_on_its_page_and_on_its_ticket_until_nothing_points_at_it(town: Town) -> None:
    town.put("one/report", FAULTY, "pdf")
    town.put("two/report", DOUBTFUL, "html")
    town.put("three/report", sound("青禾县民政局", year=2024), "pdf")
    town.patrol()
    assert pictures(town) == [".png", ".svg"]
    faulty = LexborHTMLParser(page(town, AGENCY).read_text("utf-8"))
    image = faulty.css_first(".finding figure.evidence img")
    assert image is not None
    address = str(image.attributes["src"])
    assert (page(town, AGENCY).parent / address).resolve().is_file()
    assert str(image.attributes["alt"]).startswith("原文截图：表四")
    doubtful = LexborHTMLParser(page(town, OTHER).read_text("utf-8"))
    assert [cell.text() for cell in doubtful.css("section.waiting figure.evidence .spoken")] == ["1 7"]
    config = town.folder / "gouji.toml"
    [ticketed] = json.loads(gouji("tickets", "show", "1", "--config", config, "--format", "json").out)["findings"]
    assert ticketed["picture"].endswith(address.removeprefix("../"))
    assert ticketed["picture"] in gouji("tickets", "show", "1", "--config", config).out
    assert ".svg" in gouji("tickets", "list", "--waiting", "--config", config).out

    town.put("one/report", SOUND, "pdf")
    town.put("two/report", sound(OTHER, year=2024), "html")
    town.patrol()
    assert pictures(town) == [".png"]  # the ticket of what was corrected still speaks of it


def test_a_checked_report_carries_its_pictures_in_its_one_file(town: Town) -> None:
    paths = [town.put("one", FAULTY, "pdf"), town.put("two", FAULTY.with_figures(applications__received__total="99"), "text")]
    html = gouji("check", *paths, "--format", "html").out
    addresses = [image.attributes["src"] or "" for image in LexborHTMLParser(html).css("img")]
    assert addresses
    assert all(address.startswith("data:image/png;base64,") for address in addresses)
    assert "evidence/" not in html
