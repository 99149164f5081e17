from collections.abc import Mapping

import pytest

from expectations.judging import judge
from gouji.judgement import Judgement
from gouji.narrative import narrative


@pytest.fixture(scope="module")
def judgements(request: pytest.FixtureRequest) -> Mapping[str, Judgement]:
    """What the judges say of the dossiers in the `judged` marks of this module, by test: one batch costs little more than one report."""
    marks = {
        item.nodeid: mark for item in request.session.items if item.path == request.path if (mark := item.get_closest_marker("judged"))
    }
    said = {id(mark.args[0].report): mark.kwargs.get("said") for mark in marks.values()}
    found = judge([mark.args[0] for mark in marks.values()], narrative_of=lambda report: said[id(report)] or narrative(report))
    return dict(zip(marks, found, strict=True))


@pytest.fixture
def judged(request: pytest.FixtureRequest, judgements: Mapping[str, Judgement]) -> Judgement:
    """What the judges say of the dossier in the test's mark `judged(dossier, said=None)`; `said` stands in place of what it says itself."""
    return judgements[request.node.nodeid]
