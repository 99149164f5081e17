from collections.abc import Iterator

import pytest

from gouji.isolation import kept_readers


@pytest.fixture(scope="package", autouse=True)
def servers() -> Iterator[None]:
    """Each document has its process, as ever; what forks them is started once."""
    with kept_readers():
        yield
