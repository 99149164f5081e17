"""What a site's lists and files say of a report reaches the rules: the entry's year, and files that are not there."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from flows.office import open_office, patrolling
from flows.steps.discover import discover
from flows.steps.dossiers import around_of, dossier_of
from flows.steps.judge import to_judge
from flows.steps.news import news_of
from flows.steps.read import read, to_read
from flows.steps.vanished import note_vanished
from gouji.ledger import events, shelf, tables
from gouji.ledger.people import people
from gouji.publication import Linked, Listing, Publication
from samples import render, sound
from tests.connectors.site import Answer, serving
from tests.flows.test_cli_sources import WEB
from tests.flows.town import AGENCY, SOUND, Town

LISTING = '<title>政府信息公开年报</title><ul><li><a href="1.html">{agency}{year}年政府信息公开工作年度报告</a></li>{more}</ul>'


@dataclass(frozen=True)
class Known:
    """What is known of the report's publication, and all that its judgement rests on."""

    publication: Publication
    basis: str

    @property
    def listing(self) -> Listing:
        assert self.publication.listing is not None
        return self.publication.listing

    @property
    def link(self) -> Linked:
        assert self.publication.linked is not None
        return self.publication.linked[0]


def known(town: Town, *, earlier: int = 0) -> Known:
    """The site is looked at and what is new is read; then all requests are as if they had been made so many hours earlier."""
    with open_office(town.settings, now=lambda: town.now) as office, patrolling(office):
        discover(office)
        read(office, to_read(office))
        ids = to_judge(office)
        with office.ledger.writing("test") as session:
            said = people(session)
            [row] = [one for one in shelf.reports_by_id(session, ids) if one.sure]
            dossier = dossier_of(session, office, row, said, around_of(session, office, said))
            for fetch in session.scalars(select(tables.Fetch)):
                fetch.at -= timedelta(hours=earlier)
            assert dossier is not None
            assert dossier.publication is not None
            return Known(dossier.publication, row.basis)


def test_the_title_under_which_a_list_has_a_report_is_known_and_another_year_makes_it_be_judged_anew(tmp_path: Path) -> None:
    with serving() as site:
        town = Town.found(tmp_path / "town", WEB.format("county", site.url("/ndbg/")))
        site.pages["/ndbg/1.html"] = Answer(render(SOUND, "html"))
        found = []
        for year in (2024, 2025, 2024):
            site.pages["/ndbg/"] = Answer(LISTING.format(agency=AGENCY, year=year, more="").encode())
            found.append(known(town))
    assert [one.listing.title for one in found] == [f"{AGENCY}{year}年政府信息公开工作年度报告" for year in (2024, 2025, 2024)]
    assert (found[0].basis == found[1].basis, found[0].basis == found[2].basis) == (False, True)


def test_how_often_a_linked_file_was_not_there_is_known_and_in_doubt_where_the_site_never_gave_one(tmp_path: Path) -> None:
    page = render(SOUND, "html").decode().replace("一、总体情况</strong>", '一、总体情况</strong><a href="f/2024.pdf">年报.pdf</a>', 1)
    other = '<li><a href="f/other.pdf">2024年政府信息公开工作年度报告</a></li>'
    with serving() as site:
        town = Town.found(tmp_path / "town", WEB.format("county", site.url("/ndbg/")))
        site.pages["/ndbg/1.html"] = Answer(page.encode())
        found = []
        for more in ("", "", other, other):
            site.pages["/ndbg/"] = Answer(LISTING.format(agency=AGENCY, year=2024, more=more).encode())
            site.pages["/ndbg/f/other.pdf"] = Answer(b"%PDF-1.4 torn", headers={"Content-Type": "application/pdf"})
            found.append(known(town, earlier=24))
    assert [(len(one.link.answers), round(one.link.hours), one.link.doubts) for one in found] == [
        (1, 0, ("host-denies",)),
        (2, 24, ("host-denies",)),
        (3, 48, ()),
        (4, 72, ()),
    ]
    assert {one.link.address for one in found} == {site.url("/ndbg/f/2024.pdf")}
    # Judged anew once it is enough to be said, and not again for each further day.
    assert [one.basis == found[0].basis for one in found] == [True, True, False, False]
    assert found[2].basis == found[3].basis


def test_a_report_that_vanished_from_its_site_is_told_of_once_and_not_where_it_only_moved(tmp_path: Path) -> None:
    entry = '<li><a href="{path}">{agency}2024年政府信息公开工作年度报告</a></li>'
    bodies = {"moved": "青禾县教育局", "gone": AGENCY, "there": "青禾县民政局"}
    pages = {name: Answer(render(sound(agency, year=2024), "html")) for name, agency in bodies.items()}
    told = []
    with serving() as site:
        town = Town.found(tmp_path / "town", WEB.format("county", site.url("/ndbg/")))
        later = {"moved": "new", "there": "there"}
        for shown in ({name: name for name in bodies}, later, later, later):
            rows = "".join(entry.format(path=f"{path}.html", agency=bodies[name]) for name, path in shown.items())
            site.pages.clear()
            site.pages["/ndbg/"] = Answer(f"<title>政府信息公开年报</title><ul>{rows}</ul>".encode())
            site.pages |= {f"/ndbg/{path}.html": pages[name] for name, path in shown.items()}
            with open_office(town.settings, now=lambda: town.now) as office, patrolling(office):
                discover(office)
                read(office, to_read(office))
                to_judge(office)
                note_vanished(office)
                with office.ledger.reading() as session:
                    happened = events.since(session, 0)
                    told.append([item.title.zh for item in news_of(session, happened).withdrawn])
            town.now += timedelta(days=1)
    assert told == [[], [], *[[f"{AGENCY}2024年度报告：原在{site.url('/ndbg/gone.html')}，最后见于2025-03-03 12:00"]] * 2]
