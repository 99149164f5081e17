"""Lists of 大汉 whose further entries are posted for: where to and with what stands in the page's call of jpage.

A page that is posted for is written as its address with the form behind a mark, so that it can be remembered like any other.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlencode

from connectors.sources.printed import addresses

_MARK = "#post:"
_MOST = 1000  # pages that one page names; a source leaves a list long before
_PROXY = re.compile(r"""proxyUrl\s*:\s*["']([^"'?]+)["']""")
_NUMBER = r"\s*:\s*(\d{1,6})\b"
_TOTAL, _PAGE, _GROUP = (re.compile(name + _NUMBER, re.IGNORECASE) for name in ("totalRecord", "perPage", "groupSize"))
_PARAMETERS = ("col", "appid", "webid", "path", "columnid", "sourceContentType", "unitid", "webname", "permissiontype")
_VALUE = r"""\s*:\s*(?:"([^"]*)"|'([^']*)'|([\w./-]+))"""


def posts(url: str, text: str) -> Iterator[str]:
    """The pages to post for, the first entries among them: a page may show fewer than it says."""
    proxy, total = _PROXY.search(text), _TOTAL.search(text)
    if not (proxy and total):
        return
    form = urlencode({name: value for name in _PARAMETERS if (value := _value(text, name)) is not None})
    per_page, group = _number(_PAGE, text, 15), _number(_GROUP, text, 3)
    for to in addresses(url, [proxy[1]]):
        for start in range(1, int(total[1]) + 1, per_page * group)[:_MOST]:
            query = urlencode({"startrecord": start, "endrecord": start + per_page * group - 1, "perpage": per_page})
            yield f"{to}?{query}{_MARK}{form}"


def ask_of(url: str) -> tuple[str, str | None]:
    """The address to ask and what to post there; None where nothing is posted."""
    address, mark, form = url.partition(_MARK)
    return address, form if mark else None


def _value(text: str, name: str) -> str | None:
    found = re.search(rf"\b{name}{_VALUE}", text)
    return next((group for group in found.groups() if group is not None), None) if found else None


def _number(pattern: re.Pattern[str], text: str, usual: int) -> int:
    found = pattern.search(text)
    return int(found[1]) or usual if found else usual
