"""How long each rule takes, measured by asking it alone.

Great Expectations computes the metrics of a suite together and tells no times, so each rule is validated as a suite of one over the
same frames, in processor time, for the machine may be busy with other things. What is the same for all (a validation as such) is in
no rule's time: that of the quickest rule, which is nearly all overhead, is taken off every one. A rule's share is of judging the
same reports by all rules, frames and findings included: over 300 reports the dearest of 45 rules takes 3.4 % of that.
"""

from collections.abc import Sequence
from time import process_time

from expectations.frames.material import build
from expectations.judging import case_of, judge
from expectations.rulebook import Rulebook
from expectations.validation import validate
from gouji.dossier import Dossier


def seconds(dossiers: Sequence[Dossier], book: Rulebook) -> dict[str, float]:
    """The seconds that each rule takes over these reports."""
    rules = book.catalogue.judging()
    cases = [case_of(dossier, book) for dossier in dossiers if dossier.report.readable]
    material = build(cases, dict.fromkeys(rule.frame for rule in rules))
    asked = [rule for rule in rules if material.tables[rule.frame].looked_at(rule.where).any()]
    if not asked:
        return {}
    validate(material, asked[:1])  # what only the first pays for
    found = {}
    for rule in asked:
        begun = process_time()
        validate(material, [rule])
        found[rule.name] = process_time() - begun
    least = min(found.values())
    return {name: taken - least for name, taken in found.items()}


def whole(dossiers: Sequence[Dossier], book: Rulebook) -> float:
    """The seconds in which all rules are judged over these reports, from their claims to the findings."""
    begun = process_time()
    judge(dossiers, rulebook=book)
    return process_time() - begun
