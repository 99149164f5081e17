"""What the files themselves say of where and when a report appeared."""

from collections.abc import Sequence
from dataclasses import replace

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
