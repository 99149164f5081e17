"""The shape that compares two texts, run by Great Expectations on rows of its own."""

import great_expectations as gx
import pandas as pd

from expectations.shapes.similarity import ExpectTextsToDiffer


def test_a_text_of_which_the_share_or_more_stands_in_the_other_is_unexpected() -> None:
    rows = [
        ("甲乙丙丁戊己", "前文甲乙丙丁戊己后文"),
        ("甲乙丙丁戊己", "甲乙丙丁戊"),
        ("甲乙丙丁戊己", "子丑寅卯辰巳"),
        ("短", "短"),
        (None, "甲乙丙丁戊"),
    ]
    assert _unexpected(rows, below=0.5) == [0, 1]
    assert _unexpected(rows, below=0.9) == [0]


def _unexpected(rows: list[tuple[str | None, str]], below: float) -> list[int]:
    context = gx.get_context(mode="ephemeral")
    batch = context.data_sources.add_pandas("rows").add_dataframe_asset("rows").add_batch_definition_whole_dataframe("all")
    data = pd.DataFrame(rows, columns=["own", "theirs"])
    result = batch.get_batch({"dataframe": data}).validate(
        ExpectTextsToDiffer(column="own", other="theirs", below=below), result_format={"result_format": "COMPLETE"}
    )
    return sorted(result.result["unexpected_index_list"])
