"""Violations of one report -> findings: who yields to whom, what one cause broke together, and what is then said of it."""

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from expectations.catalogue import Catalogue
from expectations.causes import Group, agreeing_claim, groups_of
from expectations.diagnoses import diagnosed
from expectations.frames import FRAMES
from expectations.frames.kind import Case, Told
from expectations.frames.operands import total
from expectations.rule import Rule
from expectations.verdicts import Violation
from expectations.witness import how_read
from gouji.fetched import named_of
from gouji.finding import Finding, Words, another, fingerprint
from gouji.place import Place
from gouji.privacy.rule import RULE as PERSONAL
from gouji.privacy.shown import shown
from gouji.report import Figure
from gouji.words import words
from gouji.words.places import figure_in_words, in_a_row, short_name


def findings(case: Case, violations: Sequence[Violation], catalogue: Catalogue, ignore: Sequence[str] = ()) -> list[Finding]:
    """The findings of one report, ordered by rule, then by figure."""
    if not violations:
        return []
    standing, yielded = _yielding(case, violations)
    groups = groups_of(case, standing)
    for group in groups:
        group.also += [name for v, name in yielded if any(v is own for own in group.violations)]
    names = [rule.name for rule in catalogue.rules if rule.kind == "diagnosis" and rule.name not in ignore]
    order = _order(case)
    found: list[Finding] = []
    for group in diagnosed(case, groups, names):
        found.append(_finding(case, group, catalogue, order, {finding.fingerprint for finding in found}))
    return sorted(found, key=lambda f: (f.rule, [order.get(name, 0) for name in f.figures], f.fingerprint))


def _yielding(case: Case, violations: Sequence[Violation]) -> tuple[list[Violation], list[tuple[Violation, str]]]:
    """The violations that stand, and by those that others yielded to, the names of the others."""
    standing: list[Violation] = []
    yielded: list[tuple[Violation, str]] = []
    for violation in violations:
        rest: Violation | None = violation
        for stronger in (v for v in violations if v.rule.name in violation.rule.yields_to):
            if rest is not None and (rest := _left_by(case, rest, stronger)) is None:
                yielded.append((stronger, violation.rule.name))
        if rest is not None:
            standing.append(rest)
    return standing, yielded


def _left_by(case: Case, violation: Violation, stronger: Violation) -> Violation | None:
    """What is left of a violation beside a stronger one: its rows at other figures, or all of it in another section."""
    if not (violation.figures and stronger.figures):
        apart = None not in (violation.section, stronger.section) and violation.section != stronger.section
        return violation if apart else None
    frame = FRAMES[violation.rule.frame]
    records = tuple(r for r in violation.records if not set(frame.figures(case, r)) & set(stronger.figures))
    if not records:
        return None
    figures = tuple(dict.fromkeys(name for record in records for name in frame.figures(case, record)))
    return replace(violation, records=records, figures=figures, doubts=frame.doubts(case, violation.rule, records))


def _order(case: Case) -> Mapping[str, int]:
    names = (f"{t.id}.{row.id}.{c.id}" for t in case.form.tables for block in t.blocks for row in block.rows for c in block.columns)
    return {name: index for index, name in enumerate(names)}


def _finding(case: Case, group: Group, catalogue: Catalogue, order: Mapping[str, int], taken: Collection[str]) -> Finding:
    lead = _lead(group, catalogue)
    rule = lead.rule
    told = FRAMES[rule.frame].tell(case, rule, lead.records)
    figures = tuple(sorted({name for v in group.violations for name in v.figures}, key=lambda name: order.get(name, 0)))
    lowered = lead.lowered if rule.lowered_to and len(group.violations) == 1 else None
    severity = rule.lowered_to if lowered and rule.lowered_to else rule.severity
    uncertain = bool(group.doubts) or all(v.doubts for v in group.violations if v.rule.severity is rule.severity)
    mark, evidence = _told_apart(_fingerprint(case, rule, figures, told), told, taken), named_of(told.evidence)
    confirmed = case.dossier.confirmed.get(mark)
    # Digits do not become an accusation by a person's word: who has looked acts, and nothing of it is ticketed.
    doubt = uncertain and (confirmed is None or rule.name == PERSONAL)
    # The one place where findings are made: what they quote of the document is masked before anything keeps or shows them.
    return shown(Finding(
        rule=rule.name, severity=severity, doubt=doubt, message=_message(case, group, lead, told, catalogue, doubt, lowered),
        basis=rule.basis, figures=figures, where=_where(case, group, told, figures), expected=told.expected, actual=told.actual,
        fingerprint=mark, also=_also(group, rule, catalogue), fix=rule.fix, trial=rule.trial, mendable=rule.mendable,
        confirmed=confirmed, evidence=evidence, more_evidence=len(told.evidence) - len(evidence),
    ))  # fmt: skip


def _lead(group: Group, catalogue: Catalogue) -> Violation:
    ranks = {name: rank for rank, name in enumerate(catalogue.leads)}
    return min(group.violations, key=lambda v: ranks.get(v.rule.name, len(ranks)))


def _also(group: Group, rule: Rule, catalogue: Catalogue) -> tuple[str, ...]:
    others = {v.rule.name for v in group.violations} - {rule.name}
    ordered = sorted(others, key=lambda name: (catalogue.leads.index(name) if name in catalogue.leads else len(catalogue.leads), name))
    return tuple(dict.fromkeys((*ordered, *sorted(group.also), *group.diagnoses)))


def _where(case: Case, group: Group, told: Told, figures: Sequence[str]) -> tuple[Place, ...]:
    """The spots that a person looks at: the sentence of a claim first, then the figures."""
    cells = [place for name in figures if (place := case.figure(name).place)]
    claimed = [v for v in group.violations if v.rule.frame == "claims"]
    others = [p for v in claimed for p in FRAMES["claims"].tell(case, v.rule, v.records).places]
    sums = bool(group.sums)
    return tuple(dict.fromkeys([*cells, *told.places, *others] if sums else [*told.places, *others, *cells]))


def _fingerprint(case: Case, rule: Rule, figures: Sequence[str], told: Told) -> str:
    agency = case.dossier.agency.id if case.dossier.agency else case.report.agency.value or ""
    printed = [(name, unicodedata.normalize("NFKC", case.figure(name).raw or "").strip()) for name in figures]
    return fingerprint(agency, case.report.report_year, rule.first_name, printed, "" if figures else told.spot)


def _told_apart(mark: str, told: Told, taken: Collection[str]) -> str:
    """Two claims of one sentence, or on the same figures, are two findings: the first keeps the fingerprint that it has alone."""
    while mark in taken:
        mark = another(mark, told.actual or "")
    return mark


def _message(case: Case, group: Group, lead: Violation, told: Told, catalogue: Catalogue, doubt: bool, lowered: str | None) -> Words:
    """The rule's sentence filled in, then what else is known: what the text says, the likely cause, what is in doubt."""
    parts = [_filled(lead.rule.message, told.values), *told.tail, *_tails(case, group, lead)]
    if group.diagnoses and (group.doubts or not group.mender):
        parts.append(words("judging.likely", causes=in_a_row(catalogue.rule(name).title for name in group.diagnoses)))
    if lowered:
        parts.append(words(f"judging.lowered-{lowered}"))
    if read := how_read(case, group):
        parts.append(read)
    if doubt:
        parts.append(_question(group))
    return Words("".join(part.zh for part in parts), "".join(part.en for part in parts))


def _question(group: Group) -> Words:
    """What makes the finding a question."""
    codes = dict.fromkeys([*group.doubts, *(doubt for v in group.violations for doubt in v.doubts)])
    reasons = list(dict.fromkeys(why for code in codes if (why := _why(code))))
    return words("judging.doubtful-because", reasons=in_a_row(reasons, "；", "; ")) if reasons else words("judging.doubtful")


def _why(code: str) -> Words | None:
    """The sentence for a doubt of ours or of the reading; None for one that has none yet."""
    for key in (f"judging.why-{code}", f"doubts.{code}"):
        try:
            return words(key)
        except KeyError:
            continue
    return None


def _tails(case: Case, group: Group, lead: Violation) -> list[Words]:
    tails = _alike(case, group, lead)
    if group.mender:
        tails.append(words("judging.one-figure", where=figure_in_words(case.form.name, group.mender)))
    for one in group.sums:
        if len(one.operands.right) == 1:
            figure = one.operands.right[0]
            if printed := agreeing_claim(case, figure, total(one.operands.left)):
                tails.append(words("judging.text-agrees", printed=printed))
            elif printed := agreeing_claim(case, figure, total([figure])):
                tails.append(words("judging.text-agrees-with-total", printed=printed, total=_total(case, figure, one.violation is lead)))
    return tails


def _alike(case: Case, group: Group, lead: Violation) -> list[Words]:
    """The other columns in which the sums fail over the same doubtful row."""
    if group.row is None:
        return []
    table, row = group.row.split(".")
    own = next(s.unit for s in group.sums if s.violation is lead)
    units = {s.unit for s in group.sums if s.operands.identity.along == "columns" and s.unit != own}
    columns = in_a_row(short_name("column", table, c.id) for c in case.form.table(table).columns_of(row) if c.id in units)
    return [words("judging.in-other-columns", row=short_name("row", table, row), columns=columns)]


def _total(case: Case, figure: Figure, spoken_of: bool) -> Words:
    """The total's name where the sentence before it speaks of another."""
    return words("judging.total") if spoken_of else figure_in_words(case.form.name, figure.id)


def _filled(message: Words, values: Mapping[str, object]) -> Words:
    zh = {name: said.zh if isinstance(said, Words) else said for name, said in values.items()}
    en = {name: said.en if isinstance(said, Words) else said for name, said in values.items()}
    return Words(message.zh.format_map(zh), message.en.format_map(en))
