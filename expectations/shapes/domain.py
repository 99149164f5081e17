"""What Great Expectations needs to know to find the columns of an expectation over several of them."""

DOMAIN = ("batch_id", "table", "column_list", "row_condition", "condition_parser", "ignore_row_if")
