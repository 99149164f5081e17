"""Addresses in tickets, as a template puts them in: made harmless here, since they must still be copied or followed."""

from typing import Literal

from markupsafe import Markup

from connectors.trackers.neutral import in_code, in_plain, one_line


def shown_as(how: Literal["code", "link"], name: str, address: str) -> Markup:
    """A path or an address as the template of this name shows it: to be copied, or to be followed where it is one of ours on the web."""
    if name.endswith(".md"):
        followed = how == "link" and address.startswith(("http://", "https://")) and not {*address} & {*"<> "}
        return Markup(f"<{address}>" if followed else in_code(address))
    return Markup(one_line(address) if how == "link" else in_plain(address))
