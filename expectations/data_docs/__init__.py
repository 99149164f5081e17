"""The review site: what was read, found and not looked at, for people, as pages that need no network."""

from expectations.data_docs.pages import (
    IndexPage,
    IndexRow,
    MissingLine,
    Picture,
    ReportPage,
    RosterLine,
    SourceLine,
    TicketLines,
    WaitingLine,
    index_row,
    page_id,
)
from expectations.data_docs.rendering import render_check, render_index, render_report
from expectations.data_docs.writing import write_index, write_report_page

__all__ = [
    "IndexPage",
    "IndexRow",
    "MissingLine",
    "Picture",
    "ReportPage",
    "RosterLine",
    "SourceLine",
    "TicketLines",
    "WaitingLine",
    "index_row",
    "page_id",
    "render_check",
    "render_index",
    "render_report",
    "write_index",
    "write_report_page",
]
