"""Numbers of persons in a report's text: what looks like one, and how it is shown to anybody."""

from gouji.privacy.masking import MARK, masked, masked_all
from gouji.privacy.numbers import Candidate, candidates, personal
from gouji.privacy.rule import RULE, is_private, public
from gouji.privacy.shown import shown

__all__ = ["MARK", "RULE", "Candidate", "candidates", "is_private", "masked", "masked_all", "personal", "public", "shown"]
