"""How a body works with others says nothing of whose numbers follow."""

import pytest

from tests.gouji.narrative.telling import claimed


@pytest.mark.parametrize(
    "before",
    [
        "强化部门会商",
        "加强部门之间的沟通协调",
        "健全部门会商机制",
        "强化与相关部门的联动配合",
        "注重部门协同",
        "建立部门联动机制",
        "加强各科室部门间的衔接",
        "完善跨部门会商制度",
        "密切各单位配合",
        "深化部门间信息共享",
    ],
)
def test_others_that_are_worked_with_received_nothing(before: str) -> None:
    assert claimed(f"{before}，全年收到政府信息公开申请5件。") == [("received", 5)]


@pytest.mark.parametrize(
    "text",
    [
        "指导各部门收到政府信息公开申请5件。",
        "强化部门联动，各部门收到政府信息公开申请5件。",
        "强化部门会商，全县各部门收到申请5件。",
        "加强对所属单位指导，收到政府信息公开申请5件。",
        "各部门协同办理政府信息公开申请5件。",
        "充分发挥各部门作用，收到政府信息公开申请5件。",
    ],
)
def test_others_that_act_are_still_others(text: str) -> None:
    assert claimed(text) == []
