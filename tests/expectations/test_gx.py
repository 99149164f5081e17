"""What is not needed of Great Expectations is imported when it is used, and then is what it always was."""

import subprocess
import sys

SCRIPT = """
import sys
import expectations.judging
print([name for name in ("scipy.stats._stats_py", "altair.vegalite") if name in sys.modules])
from scipy import stats
from scipy.stats import norm
import scipy.stats.contingency
from great_expectations.expectations.core import expect_column_kl_divergence_to_be_less_than as used
assert used.stats.norm is norm is stats.norm is sys.modules["scipy.stats"].norm
print(used.stats.entropy([0.5, 0.5], base=2), used.alt.Chart.__name__)
"""


def test_judging_imports_no_statistics_and_no_charts_until_somebody_uses_them() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[]", "1.0 Chart"]
