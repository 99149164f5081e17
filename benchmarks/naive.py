"""The pipeline that a user would write without us: pdfplumber as it comes, and one Great Expectations validation a report.

Written before anything was tuned, and frozen: it is the measure, so it does not change when we do.
"""

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO

import great_expectations as gx
import great_expectations.expectations as gxe
import pandas as pd
import pdfplumber

Row = tuple[str, ...]

_APPLICANTS = ("natural_person", "business", "research", "public_interest", "legal_service", "other")
_COLUMNS = (*_APPLICANTS, "total")
_OUTCOMES = (
    "granted", "partially_granted", "denied_state_secret", "denied_prohibited_by_law", "denied_security_stability", "denied_third_party",
    "denied_internal", "denied_process", "denied_enforcement_file", "denied_inquiry", "unavailable_not_held", "unavailable_needs_creation",
    "unavailable_unclear", "rejected_petition", "rejected_repeat", "rejected_publication", "rejected_mass", "rejected_reissue",
    "other_uncorrected", "other_unpaid", "other_misc",
)  # fmt: skip
_ROWS = ("received", "carried_in", *_OUTCOMES, "concluded_total", "carried_out")
_TRACKS = ("reconsideration", "direct_litigation", "litigation_after_reconsideration")


def tables_of(data: bytes) -> list[list[Row]]:
    """All tables of a PDF, page by page."""
    with pdfplumber.open(BytesIO(data)) as pdf:
        return [[tuple(cell or "" for cell in row) for row in table] for page in pdf.pages for table in page.extract_tables()]


def validate_one_by_one(reports: Iterable[Mapping[str, float]]) -> list[bool]:
    """Whether each report's figures add up: one validation a report, in one context, with one data source."""
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    batches = context.data_sources.add_pandas("reports").add_dataframe_asset("figures").add_batch_definition_whole_dataframe("whole")
    return [_valid(batches, number, figures) for number, figures in enumerate(reports)]


def _valid(batches: object, number: int, figures: Mapping[str, float]) -> bool:
    suite = gx.ExpectationSuite(name=f"report-{number}", expectations=list(_expectations(figures)))
    batch = batches.get_batch({"dataframe": pd.DataFrame([figures])})  # type: ignore[attr-defined]
    return bool(batch.validate(suite).success)


def _expectations(figures: Mapping[str, float]) -> Iterator[object]:
    """Stock expectations: every sum of Tables 3 and 4, each against the total that this report prints."""
    for row in _ROWS:
        parts = [f"applications.{row}.{column}" for column in _APPLICANTS]
        yield _adds_up(parts, figures[f"applications.{row}.total"])
    for column in _COLUMNS:
        outcomes = [f"applications.{row}.{column}" for row in _OUTCOMES]
        yield _adds_up(outcomes, figures[f"applications.concluded_total.{column}"])
        came = [f"applications.{row}.{column}" for row in ("received", "carried_in")]
        yield _adds_up(came, figures[f"applications.concluded_total.{column}"] + figures[f"applications.carried_out.{column}"])
    for track in _TRACKS:
        parts = [f"proceedings.{track}.{outcome}" for outcome in ("upheld", "corrected", "other", "pending")]
        yield _adds_up(parts, figures[f"proceedings.{track}.total"])


def _adds_up(parts: list[str], total: float) -> object:
    return gxe.ExpectMulticolumnSumToEqual(column_list=parts, sum_total=total)
