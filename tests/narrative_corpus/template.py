"""The template files: sets of sentences by quantity, with what makes each true, false or beside the point."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import yaml

Kind = Literal["true", "false", "scoped", "unrelated"]
# accuse: a false sentence must be accused. hint: its rule is info or on trial, so it must be spoken of, loudly or not.
# lenient: another reading or the text itself may explain it: a hint and silence are both right, an accusation is not.
Expect = Literal["accuse", "hint", "lenient"]

# Invented, by several authors; and modelled closely on what published reports say, which is less of some quantities than of others.
INVENTED = ("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")
PUBLISHED = ("s", "t", "m", "n", "o", "p", "q", "aa", "ab", "ac", "ad", "ae")
SETS = INVENTED + PUBLISHED
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Template:
    """One wording. False sentences come from `lies` (this name printed otherwise: None for any other number, or an expression),
    from the world of `otherwise`, or from the text `wrong`; where none of these is given, there are none.
    """

    id: str
    quantity: str
    kind: Literal["says", "scoped", "unrelated"]
    text: str
    rule: str
    rules: tuple[str, ...]
    expect: Expect = "accuse"
    why: str | None = None
    section: int = 1
    bodies: tuple[str, ...] = ("department", "department", "commission", "town", "street")
    previous: bool = False
    given: Mapping[str, Any] = field(default_factory=dict)
    let: Mapping[str, object] = field(default_factory=dict)
    lies: Mapping[str, object] = field(default_factory=dict)
    toward: Literal["up", "down", "either"] = "either"
    otherwise: Mapping[str, Any] | None = None
    wrong: str | None = None

    @property
    def falsifiable(self) -> bool:
        return bool(self.lies or self.otherwise or self.wrong)


def templates(name: str) -> list[Template]:
    """All templates of a set of `SETS`."""
    groups = yaml.safe_load((_HERE / f"set_{name}.yaml").read_text(encoding="utf-8"))
    return [template for group in groups for template in _group(name, group)]


def surroundings() -> Mapping[str, Any]:
    """What stands round the sentences: invented bodies, neutral paragraphs."""
    found: Mapping[str, Any] = yaml.safe_load((_HERE / "surroundings.yaml").read_text(encoding="utf-8"))
    return found


def _group(name: str, group: Mapping[str, Any]) -> Iterator[Template]:
    for kind in ("says", "scoped", "unrelated"):
        for number, entry in enumerate(group.get(kind, ()), 1):
            own = entry if isinstance(entry, dict) else {"text": entry}
            yield _template(f"{name}-{group['quantity']}-{kind}-{number:02}", kind, group, own)


def _template(name: str, kind: Any, group: Mapping[str, Any], own: Mapping[str, Any]) -> Template:
    both = {**group, **own}
    rule = both["rule"]
    falsified = _falsified(group, own) if kind == "says" else {}
    bodies: dict[str, Any] = {"bodies": tuple(both["body"])} if "body" in both else {}
    return Template(
        id=name, quantity=group["quantity"], kind=kind, text=own["text"], rule=rule, rules=(rule, *own.get("or", ())),
        expect=both.get("expect", "accuse"), why=own.get("why"), section=both.get("section", 1), previous=both.get("previous", False),
        given={**group.get("given", {}), **own.get("given", {})}, let={**group.get("let", {}), **own.get("let", {})},
        toward=both.get("toward", "either"), **bodies, **falsified,
    )  # fmt: skip


def _falsified(group: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """A template's own way of being false, else its group's."""
    source = own if own.keys() & {"lie", "otherwise", "wrong"} else group
    lie = source.get("lie")
    lies = lie if isinstance(lie, dict) else {lie: None} if lie else {}
    return {"lies": lies, "otherwise": source.get("otherwise"), "wrong": source.get("wrong")}
