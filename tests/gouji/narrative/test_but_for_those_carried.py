"""Those carried over, set apart with 外 and without 除: 7件结转下一年度继续办理外，其他均已答复."""

import pytest

from gouji.narrative.claim import Scope
from tests.gouji.narrative.telling import told

BUT_FOR = [
    "7件结转下一年度继续办理外，其他在法定时限内及时答复",
    "7件结转下一年度办理外，其余均已答复",
    "7件结转至下一年度继续办理之外，其余均按期答复",
    "7件转入2024年办理外，其它均已答复",
    "7件结转下年度办理以外，剩余申请均已办结",
    "有7件结转下一年度办理外，其余均已答复",
    "7件申请结转下年外，其余申请全部办结",
    "除7件结转下一年度办理外，其余均已答复",
]
OTHERWISE = [
    "其中信函申请7件结转下一年度办理外，其余均已答复",
    "自然人申请7件结转下一年度办理外，其余均已答复",
    "7件结转下一年度办理外，另有3件转交其他部门",
    "涉及征地的7件结转下一年度办理外，其余均已答复",
]


@pytest.mark.parametrize("said", BUT_FOR)
def test_those_set_apart_are_those_carried_over(said: str) -> None:
    found = [c for c in told(f"2023年共收到政府信息公开申请35件，{said}。").claims if c.quantity == "carried_out"]
    assert [(int(c.value), c.scope, c.doubts, c.plain) for c in found] == [(7, Scope.OWN, (), True)]


@pytest.mark.parametrize("said", OTHERWISE)
def test_some_of_those_carried_over_are_not(said: str) -> None:
    found = [c for c in told(f"2023年共收到政府信息公开申请35件，{said}。").claims if c.quantity == "carried_out"]
    assert not any(c.plain and c.scope is Scope.OWN and not c.doubts for c in found)
