"""Whether the parts of a list are by their names all that its whole is of: 建议和提案共160件，其中建议98件、提案62件."""

import re
from collections.abc import Sequence
from itertools import pairwise

_LEAST = 2
_BOTH = re.compile("、|和|及|与|以及")
_DEPUTIES, _MEMBERS = re.compile("人大|代表|^建议"), re.compile("政协|委员|^提案")


def _deputies_and_members(said: str, names: Sequence[str]) -> bool:
    """建议提案128件，其中人大代表建议66件、政协提案60件: there are no others, where no 议案 were counted with them."""
    if len(names) != _LEAST or "建议" not in said or "提案" not in said or ("议案" in said and "议案" not in "".join(names)):
        return False
    return bool(_DEPUTIES.search(names[0]) and _MEMBERS.search(names[1])) or bool(_DEPUTIES.search(names[1]) and _MEMBERS.search(names[0]))


def names_each(said: str, names: Sequence[str]) -> bool:
    """Whether the words before a total name each of the parts, and nothing besides, or the parts are the two sides of one thing."""
    names = [re.sub("^其中[,:]?|为$|有$|共$", "", name) for name in names]
    if len(names) == _LEAST and names[0] != names[1] and all(any(map(name.startswith, ("线上", "线下"))) for name in names):
        return names[0][:2] != names[1][:2]  # 培训12期，其中线上5期、线下6期
    if len(names) > _LEAST:
        names = [_OF_A_KIND.sub("", name) for name in names]  # 概况类信息、动态类信息及目录信息共1536条，其中概况类10条，动态信息573条，…
    if len(names) < _LEAST or any(len(name) < _LEAST or name not in said for name in names) or len(set(names)) < len(names):
        return _deputies_and_members(said, names)
    spans = sorted((said.find(name), said.find(name) + len(name)) for name in names)
    between = [said[first[1] : second[0]] for first, second in pairwise(spans)]
    return all(_BOTH.search(sign) for sign in between) and (len(names) == _LEAST or _each_once(said, spans))


def own_and_reposted(names: Sequence[str]) -> bool:
    """其中原创820条，转载22条: what somebody put out he wrote himself or took from others, if the two nearly make it."""
    if len(names) != _LEAST:
        return False
    return any(map(_OWN_WORK.fullmatch, names)) and any(map(_REPOSTED.fullmatch, names))


_SORT = "(?:的|类|发布|公开|推送|信息|内容|文章|稿件|作品|推文|图文|消息|共|为|有)*"
_OWN_WORK = re.compile(f"(?:其中[,:]?)?(?:本[局委办厅院镇乡]|自主)?原创{_SORT}")
_REPOSTED = re.compile(f"(?:其中[,:]?)?转[载发](?:上级|其[他它]|外部)?{_SORT}")


_OF_A_KIND = re.compile("(?:(?:类|方面)?(?:的)?(?:政府)?(?:信息|事项)?)$")


def _each_once(said: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether nothing but these is joined into the whole."""
    ends = (0, *(end for _, end in spans)), (*(start for start, _ in spans), len(said))
    joined = [len(_BOTH.findall(said[start:end])) for start, end in zip(*ends, strict=True)]
    return joined == [0, *(1 for _ in spans[1:]), 0] and "等" not in said[spans[-1][1] :]
