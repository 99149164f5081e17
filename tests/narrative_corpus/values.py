"""Expressions over a world's figures, as the templates write them."""

import ast
import operator
from collections.abc import Callable, Mapping
from fractions import Fraction

Values = Mapping[str, Fraction]

_OPERATORS: Mapping[type, Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: lambda a, b: Fraction(a // b),
}


def evaluate(expression: object, values: Values) -> Fraction:
    """What an expression like `100 * granted / concluded` comes to, exactly."""
    return _value(ast.parse(str(expression), mode="eval").body, values)


def _value(node: ast.expr, values: Values) -> Fraction:
    match node:
        case ast.Constant(value=int(number)):
            return Fraction(number)
        case ast.Name(id=name):
            return values[name]
        case ast.BinOp(left=left, op=op, right=right):
            return _OPERATORS[type(op)](_value(left, values), _value(right, values))
        case ast.Call(func=ast.Name(id="abs"), args=[argument]):
            return abs(_value(argument, values))
    raise ValueError(f"no such expression: {ast.dump(node)}")
