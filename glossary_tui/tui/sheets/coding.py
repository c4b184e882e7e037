"""The rules of a style sheet as plain values, and back.

What Textual makes of a sheet's text are records of a dozen kinds. Here they are tuples of texts and
numbers, which `marshal` keeps.
"""

from __future__ import annotations

from textual.color import Color
from textual.css.model import CombinatorType, RuleSet, Selector, SelectorSet, SelectorType
from textual.css.scalar import Scalar, Unit
from textual.css.styles import Styles
from textual.geometry import Spacing
from textual.layout import Layout
from textual.layouts.factory import get_layout

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from textual.css.styles import RulesMap

_PLAIN = (bool, int, float, str, type(None))


class Unkept(Exception):
    """A rule holds something that is not one of the kinds that can be kept."""


def coded(rules: Iterable[RuleSet]) -> list[tuple[object, ...]]:
    """*rules* as plain values. Raises `Unkept`."""
    return [_coded_rule(rule) for rule in rules]


def decoded(rules: Iterable[tuple[Any, ...]]) -> list[RuleSet]:
    """What `coded` was given."""
    return [_decoded_rule(rule) for rule in rules]


def _coded_rule(rule: RuleSet) -> tuple[object, ...]:
    if rule.errors or rule.styles.node is not None:
        raise Unkept
    return (
        [
            ([_coded_selector(each) for each in one.selectors], tuple(one.specificity))
            for one in rule.selector_set
        ],
        [(name, _coded_value(value)) for name, value in rule.styles.get_rules().items()],
        sorted(rule.styles.important),
        rule.is_default_rules,
        rule.tie_breaker,
        sorted(rule.selector_names),
        sorted(rule.pseudo_classes),
    )


def _decoded_rule(rule: tuple[Any, ...]) -> RuleSet:
    selectors, values, important, is_default, tie_breaker, names, pseudo_classes = rule
    rules: RulesMap = {name: _decoded_value(value) for name, value in values}  # type: ignore[assignment] # the names that were coded
    styles = Styles(None, rules)
    styles.important = set(important)
    chains = [
        SelectorSet([_decoded_selector(each) for each in chain], specificity)
        for chain, specificity in selectors
    ]
    return RuleSet(chains, styles, [], is_default, tie_breaker, set(names), set(pseudo_classes))


def _coded_selector(selector: Selector) -> tuple[object, ...]:
    return (
        selector.name,
        selector.combinator.value,
        selector.type.value,
        sorted(selector.pseudo_classes),
        tuple(selector.specificity),
        selector.advance,
    )


def _decoded_selector(selector: tuple[Any, ...]) -> Selector:
    name, combinator, kind, pseudo_classes, specificity, advance = selector
    combined, of_kind = CombinatorType(combinator), SelectorType(kind)
    return Selector(name, combined, of_kind, set(pseudo_classes), specificity, advance)


def _coded_value(value: object) -> object:
    """*value* itself if it is plain; else what it is, and the values that it is made of."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple:
        return "tuple", *map(_coded_value, value)  # type: ignore[call-overload] # it is one
    if isinstance(value, Color):
        return "color", *value
    if isinstance(value, Scalar):
        return "scalar", value.value, value.unit.value, value.percent_unit.value
    if isinstance(value, Spacing):
        return "spacing", *value
    if isinstance(value, Layout) and type(get_layout(value.name)) is kind:
        return "layout", value.name
    raise Unkept(kind.__name__)


def _decoded_value(value: Any) -> object:
    if type(value) is not tuple:
        return value
    match value[0]:
        case "color":
            return Color(*value[1:])
        case "scalar":
            return Scalar(value[1], Unit(value[2]), Unit(value[3]))
        case "spacing":
            return Spacing(*value[1:])
        case "layout":
            return get_layout(value[1])
        case _:
            return tuple(map(_decoded_value, value[1:]))
