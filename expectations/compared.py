"""What became of comparing the several files of one report, in words."""

from gouji.finding import Words
from gouji.judgement import Judgement
from gouji.words import words

RULE = "versions-differ"


def compared_in_words(judgement: Judgement, main: str) -> Words | None:
    """Which file speaks for the report, and in how many figures the others agree; None where nothing was compared."""
    same = (judgement.held or {}).get(RULE, 0)
    differing = {name for finding in judgement.findings if RULE in (finding.rule, *finding.also) for name in finding.figures}
    if not same and not differing:
        return None
    return words("judging.compared", main=main.rstrip("/").rpartition("/")[2] or main, same=same, differing=len(differing))
