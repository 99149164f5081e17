"""What is used of Great Expectations besides its expectations; whoever imports it here first waits half as long (measured).

Python's collector would walk over all that is imported again and again, and a third of the rest is statistics and charts of an
expectation that no rule asks for. They are imported when something of them is used.
"""

import gc
import os

from expectations.later import later
from expectations.uncollected import uncollected

os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
later("scipy.stats", "altair")
with uncollected():
    import great_expectations as gx
    from great_expectations.core.batch_definition import BatchDefinition
    from great_expectations.data_context.types.base import DataContextConfig, InMemoryStoreBackendDefaults, ProgressBarsConfig
    from great_expectations.expectations.row_conditions import Column
    from great_expectations.validator.v1_validator import Validator
gc.freeze()

__all__ = ["BatchDefinition", "Column", "DataContextConfig", "InMemoryStoreBackendDefaults", "ProgressBarsConfig", "Validator", "gx"]
