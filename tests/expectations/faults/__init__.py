"""The smallest fault of each rule in a report otherwise sound, and the nearest report in which the rule holds.

One file for each part of the catalogue, a rule's fault and its neighbour in the same; `between` has those that take more than a report.
"""

from collections.abc import Mapping

from tests.expectations.faults import figures, narrative, structure, wording, years
from tests.expectations.faults.builders import Fault, granted_instead, of_body, said_in

__all__ = ["FAULTS", "NEIGHBOURS", "Fault", "granted_instead", "of_body", "said_in"]

_PARTS = (structure, wording, figures, narrative, years)

FAULTS: Mapping[str, Fault] = {name: fault for part in _PARTS for name, fault in part.FAULTS.items()}
NEIGHBOURS: Mapping[str, Fault] = {name: fault for part in _PARTS for name, fault in part.NEIGHBOURS.items()}
