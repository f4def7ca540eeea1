"""A theme's setting takes what its rule allows, and nothing else."""

from typing import Any

import pytest
from pydantic import ValidationError

from galeri.model.appearance import SettingRule

RULES: dict[str, dict[str, Any]] = {
    "colour": {"type": "colour", "default": "#7a3b12"},
    "text": {"type": "text", "default": ""},
    "choice": {"type": "choice", "default": "a", "choices": ["a", "b"]},
    "choices": {"type": "choices", "default": ["a"], "choices": ["a", "b", "c"]},
    "number": {"type": "number", "default": 2, "least": 2, "most": 4},
    "switch": {"type": "switch", "default": False},
}


@pytest.mark.parametrize(
    ("rule", "value", "held"),
    [
        ("colour", "#FFF", "#FFF"),
        ("text", " Selamat datang ", "Selamat datang"),
        ("choice", "b", "b"),
        ("choices", ["c", "a"], ("c", "a")),
        ("choices", [], ()),
        ("number", 4, 4),
        ("switch", True, True),
    ],
)
def test_what_the_rule_allows_is_held(rule: str, value: object, held: object) -> None:
    assert SettingRule.model_validate(RULES[rule]).accepted(value) == held


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        ("colour", "brown"),
        ("colour", "#7a3b12;}"),
        ("text", "a\x00b"),
        ("text", 3),
        ("choice", "d"),
        ("choices", ["a", "d"]),
        ("choices", ["a", "a"]),
        ("choices", "a"),
        ("number", 1),
        ("number", 5),
        ("number", True),
        ("number", "3"),
        ("switch", 1),
        ("switch", "true"),
    ],
)
def test_what_the_rule_does_not_allow_is_refused(rule: str, value: object) -> None:
    assert SettingRule.model_validate(RULES[rule]).accepted(value) is None


@pytest.mark.parametrize("rule", RULES)
def test_a_default_must_keep_its_own_rule(rule: str) -> None:
    bad = {"colour": "brown", "text": 3, "choice": "d", "choices": ["d"], "number": 9, "switch": "on"}
    with pytest.raises(ValidationError, match="wrong-setting"):
        SettingRule.model_validate({**RULES[rule], "default": bad[rule]})
