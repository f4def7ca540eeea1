"""pydantic's errors → what should have been written, in the program's own words."""

from pydantic_core import ErrorDetails

_NUMBER = "it must be a number, in digits"
_WHOLE = "it must be a whole number, in digits, without quotes"
_LIST = "it must be a list, such as [one, two]"
_FIELDS = "it must be fields with names, such as {id: Galeri}"
_YES_OR_NO = "write true for yes, or false for no"
BY_TYPE = {
    "string_type": "it must be text; if it is a number, put it in quotes",
    "bool_type": _YES_OR_NO,
    "bool_parsing": _YES_OR_NO,
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_from_float": _WHOLE,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "list_type": _LIST,
    "tuple_type": _LIST,
    "dict_type": _FIELDS,
    "model_type": _FIELDS,
    "missing": "this needs two entries, such as [id, en]",
    "too_short": "the list needs at least one entry",
}
BY_MODEL = {
    "Photo": "write each photo as {file: name.jpg}",
    "PhotoWords": "write it as {alt: alternative text, caption: caption}",
    "Dimensions": "write each measure with its name, such as {length: 200 cm, width: 105 cm}",
    "Consent": "write what was agreed to one by one, such as {name: true, portrait: false}",
    "Edition": "write the edition's fields, such as {paper: a4}",
    "Role": "write each role as {role: {en: Editor}, names: [Name]}",
}
BY_PATTERN = {
    "^[a-z]": "a name holds only a to z, digits and hyphens, and begins with a letter",
    "^[a-z0-9]": "a name holds only a to z, digits and hyphens",
    r"^[^@\s": "write an e-mail address, such as galeri@example.org",
    "^[A-Za-z0-9_.]": "write the Instagram name alone, without @ and address",
    r"^\d{2}(": "write the code with its dots in quotes, such as '35.26'",
    r"^\d{2,10}$": "write the code's digits in quotes, such as '3526'",
    "^[A-Z]{2}-": "write the code with its country, such as ID-JI",
}
"""By how the pattern begins; the longest beginning counts."""
BY_FIELD = {"paper": "write square, a4, a5 or b5, or width and height in mm, such as [240, 280]"}
"""What a field that may be written in several ways takes."""
BOUNDS = {
    "greater_than": ("gt", "more than"),
    "greater_than_equal": ("ge", "at least"),
    "less_than": ("lt", "less than"),
    "less_than_equal": ("le", "at most"),
}


_OF_UNIONS = frozenset({"tuple_type", "missing", "too_long"})


def wanted(detail: ErrorDetails, value: str, field: str = "") -> tuple[str, dict[str, str]]:
    """Give the problem's code and values for an error about the `value` that was written in a field."""
    kind, context = detail["type"], detail.get("ctx", {})
    if detail["input"] is None:
        return "empty-text", {}
    if kind in BOUNDS:
        name, bound = BOUNDS[kind]
        return "out-of-range", {"value": value, "bound": bound, "limit": f"{context[name]:g}"}
    reason = BY_FIELD.get(field) if kind in _OF_UNIONS else None
    reason = reason or BY_MODEL.get(str(context.get("class_name"))) or BY_TYPE.get(kind)
    if kind == "string_pattern_mismatch":
        reason = _form(str(context["pattern"]))
    return "wrong-type", {"value": value, "reason": reason or detail["msg"]}


def _form(pattern: str) -> str | None:
    begins = [begin for begin in BY_PATTERN if pattern.startswith(begin)]
    return BY_PATTERN[max(begins, key=len)] if begins else None
