"""Whose a number is where the tables have one beside it."""

from gouji.narrative.claim import Scope
from tests.gouji.narrative.telling import told


def test_a_number_of_another_body_beside_the_tables_own_stays_another_s() -> None:
    found = told("县本级受理政府信息公开申请10件，各部门受理政府信息公开申请3000件，办结2900件。", name="云溪县水务局").claims
    assert [int(claim.value) for claim in found if claim.scope is Scope.OWN] == [10]
    assert all(claim.scope is not Scope.OWN for claim in found if claim.value > 2000)
