"""By what a rule decides: changes when the rule may find something else, not when it says it otherwise."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from expectations.catalogue import Catalogue
from expectations.rule import Rule
from gouji.form import NAMES, form


def versions(catalogue: Catalogue) -> dict[str, str]:
    """By rule a hash of its definition."""
    return {rule.name: version_of(rule) for rule in catalogue.rules}


def version_of(rule: Rule) -> str:
    """A hash of what the rule looks at and compares, its identities in the forms among it."""
    said = {
        "kind": rule.kind, "forms": rule.forms, "needs": rule.needs, "frame": rule.frame, "shape": rule.shape,
        "parameters": rule.parameters, "where": rule.where, "grouped": rule.one_finding_per, "yields_to": rule.yields_to,
        "sums": [str(form(name).identities.get(rule.name)) for name in rule.forms if name in NAMES],
    }  # fmt: skip
    text = json.dumps(said, sort_keys=True, ensure_ascii=False, default=_plain)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _plain(value: Any) -> Any:
    return dict(value) if isinstance(value, Mapping) else str(value)
