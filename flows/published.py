"""What the files themselves say of where and when a report appeared."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from connectors.sources.printed import address
from gouji.ledger import fetches
from gouji.publication import Linked, Publication
from gouji.report import Report


def publication_of(known: Publication, report: Report, others: Sequence[Report]) -> Publication:
    """What is known of the publication, filled in with what the report's page declares and links."""
    page = next((one for one in (report, *others) if one.format == "html"), None)
    published = known.published_on or report.published_on
    if page is None:
        return replace(known, published_on=published)
    return replace(
        known,
        published_on=published or page.published_on,
        column=known.column or page.declared.get("column"),
        publisher=known.publisher or page.declared.get("publisher"),
        linked=known.linked if known.linked is not None else tuple(Linked(file.href, file.text) for file in page.attachments),
    )


def with_answers(publication: Publication, session: Session) -> Publication:
    """The same, with how each file that the page links answered of late, as the record of requests has it."""
    if publication.linked is None or not publication.location.startswith(("http://", "https://")):
        return publication
    return replace(publication, linked=tuple(_answered(link, publication.location, session) for link in publication.linked))


def addresses(hrefs: Sequence[str], page: str) -> list[str]:
    """Where the links of a page lead; one that nobody could open leads nowhere."""
    return [url for href in hrefs if (url := _address(href, page))]


def _answered(link: Linked, page: str, session: Session) -> Linked:
    url = _address(link.address, page)
    if url is None:
        return link
    answers = fetches.answers_of(session, url)
    doubtful = answers.are_of_nothing and not fetches.has_given_such(session, url)
    doubts = (*link.doubts, "host-denies") if doubtful else link.doubts
    return replace(link, address=url, answers=answers.statuses, hours=answers.hours, doubts=doubts)


def _address(href: str, page: str) -> str | None:
    url = address(page, href)
    return None if url is None else url.partition("#")[0]
