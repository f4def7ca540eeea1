"""The gallery's settings: what `galeri.yaml` may hold."""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from galeri.model.editions import Edition
from galeri.model.facts_shared import Contact, Strict
from galeri.model.theme import FontRole
from galeri.model.values import Colour, FileName, Line, Url, not_blank


def _closed(url: str) -> str:
    return url if url.endswith("/") else url + "/"


class LanguageSetting(Strict):
    """A language, where its tag alone does not say enough."""

    tag: Annotated[Line, AfterValidator(not_blank), Field(description="Its BCP 47 tag.")]
    name: Annotated[Line, Field(description="What it calls itself, if CLDR's name does not please.")] = ""


def _as_setting(value: object) -> object:
    return {"tag": value} if isinstance(value, str) else value


_Language = Annotated[
    LanguageSetting, BeforeValidator(_as_setting, json_schema_input_type=str | LanguageSetting)
]


class Settings(Strict):
    """The settings of a gallery."""

    title: Annotated[dict[str, Line], Field(min_length=1, description="The gallery's name, by language.")]
    description: Annotated[
        dict[str, Line], Field(description="One sentence about the gallery, by language.")
    ] = Field(default_factory=dict)
    base_url: Annotated[
        Url, AfterValidator(_closed), Field(description="The address under which the site is published.")
    ]
    languages: Annotated[
        tuple[
            Annotated[
                LanguageSetting, BeforeValidator(_as_setting, json_schema_input_type=str | LanguageSetting)
            ],
            ...,
        ],
        Field(
            min_length=1,
            description="The site's languages, as BCP 47 tags or `{tag: id, name: Bahasa Indonesia}`; "
            "the first is the default.",
        ),
    ]
    theme: Annotated[FileName, Field(description="The name of the theme, a folder in themes/.")] = "pendapa"
    appearance: Annotated[
        dict[str, bool | int | str | tuple[str, ...]],
        Field(description="How the theme looks: values of the settings that it declares, by name."),
    ] = Field(default_factory=dict)
    fonts: Annotated[
        dict[FontRole, Annotated[tuple[FileName, ...], Field(min_length=1)]],
        Field(
            description="Fonts of the gallery's own, by what is set in them: files in fonts/, the preferred one first. "
            "Bold and italic are files of their own."
        ),
    ] = Field(default_factory=dict)
    licence: Annotated[
        Line, Field(description="Licence of the texts and photos, as an SPDX code or an address.")
    ] = ""
    publisher: Annotated[Line, Field(description="The organisation that publishes the gallery.")] = ""
    contact: Annotated[
        Contact, Field(description="How to reach the council; `order.whatsapp: council` uses it.")
    ] = Contact()
    colour: Annotated[
        Colour | None, Field(description="The colour that a phone gives the frame of its browser.")
    ] = None
    editions: Annotated[
        dict[Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")], Edition],
        Field(description="Editions of the printed catalogue, by name; `galeri pdf --edition` sets one."),
    ] = Field(default_factory=dict)
    print_fonts: Annotated[
        tuple[Line, ...],
        Field(
            description="Families of type that set prints: the first that has a letter sets it. Those that are not "
            "named come after: the gallery's own in fonts/, then the program's."
        ),
    ] = ()
    strict: Annotated[bool, Field(description="Warnings stop a build too, as with --strict.")] = False
