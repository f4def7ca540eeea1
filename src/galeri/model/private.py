"""Values that no output may hold."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrivateValue:
    """A value of a `private.yaml`, or a name that its bearer has not agreed to have published.

    `record` is `kind:id`; `field` is where it stands in the file; `name` marks a person's name, which is looked
    for as whole words.
    """

    record: str
    field: str
    value: str
    name: bool = False
