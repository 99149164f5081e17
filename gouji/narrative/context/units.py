"""A part of the body as the one who acts: 信息中心承办的申请, 法规科收到的申请.

Most names hold a word that the grammar does not know, and so narrow what they stand before. These may be made of words that mean
nothing elsewhere (信息, 公开, 法规), so that hardly a sign of them is left over.
"""

import re
from collections.abc import Callable

_OWN = re.compile("[我本全各该其]$")
_UNIT = re.compile(
    "(?P<name>[一-龥]{0,8}?[一-龥](?:(?:(?<!为)中心(?!工作|城区|任务|环节|地位|大局)|[大支中总]队|分局|指挥部|专班)"
    "|(?<=[作务理测督文利广术象疫治障息])站|(?<=[出法理究测政生土源划管督验牧设商])所|科(?![学室技研目普])|股(?![室份权东])|(?<=[作理复])组(?!织|成|建|长)"
    "|(?<=[规息策开案务理管信督])处(?![理罚置于在分以所事])))"
)


def acts(text: str, start: int, end: int, is_called: Callable[[str], bool]) -> bool:
    """Whether text[start:end] names a part of the body, or another, and not the body itself."""
    return any(not _own(match["name"], is_called) for match in _UNIT.finditer(text, start, end))


def _own(name: str, is_called: Callable[[str], bool]) -> bool:
    return any(is_called(name[at:]) for at in range(len(name) - 1)) or any(_OWN.search(name[:at]) for at in range(1, len(name)))
