"""What tests of sources have: a web site of their own on this machine."""

from collections.abc import Iterator

import pytest

from tests.connectors.site import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site
