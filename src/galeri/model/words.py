"""Languages, and what a record says in each of them."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from galeri.model.values import FileName, Line, Text, not_blank


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the gallery.

    `tag` is its BCP 47 tag, `locale` the CLDR locale that formats its dates and numbers (the nearest one that
    exists, in Babel's spelling), `direction` is `ltr` or `rtl`, `name` is what it calls itself, and `prefix` is
    the first folder of its addresses (empty for the default language, else `en/`).
    """

    tag: str
    locale: str
    direction: Literal["ltr", "rtl"]
    name: str
    prefix: str


class PhotoWords(BaseModel):
    """What a language says about one photo."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    alt: Annotated[Line, Field(description="What a person who can't see the photo needs to know.")] = ""
    caption: Annotated[Line, Field(description="A line shown under the photo.")] = ""
    credit: Annotated[
        Line,
        Field(
            description="The photo's credit as this language says it, where that of the facts is not for all."
        ),
    ] = ""


class StepWords(BaseModel):
    """One step of how a piece is made."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    title: Annotated[Line, AfterValidator(not_blank), Field(description="The step in two or three words.")]
    text: Annotated[Text, Field(description="What is done, in one to three sentences.")] = ""
    photo: Annotated[FileName | None, Field(description="A photo of the record that shows the step.")] = None


class Words(BaseModel):
    """The words of a record in one language: the front matter of `<language>.md`, and the story below it."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    title: Annotated[Line, AfterValidator(not_blank), Field(description="The record's name.")]
    summary: Annotated[Line, Field(description="One sentence for cards, search results and sharing.")] = ""
    photos: Annotated[
        dict[str, PhotoWords],
        Field(description="Alternative text, caption and credit of each photo, by file name."),
    ] = Field(default_factory=dict)
    translated_from: Annotated[
        Line,
        Field(
            description="Digest of the source text that this translation was made from; "
            "`galeri translated` writes it."
        ),
    ] = ""


class ProductWords(Words):
    """The words of a piece."""

    philosophy: Annotated[Text, Field(description="What the piece means, in two or three sentences.")] = ""
    care: Annotated[Text, Field(description="How to wash and keep it.")] = ""
    process: Annotated[tuple[StepWords, ...], Field(description="How it is made, step by step.")] = ()
    claims: Annotated[
        Literal["tradition", "documented"] | None,
        Field(description="Whether the history told in the story is told or proven."),
    ] = None


class ArtisanWords(Words):
    """The words of a maker."""

    quote: Annotated[Text, Field(description="A sentence in the maker's own voice.")] = ""


class CollectionWords(Words):
    """The words of a curated selection."""

    notes: Annotated[
        dict[str, Text], Field(description="The curator's words before a piece, by the product's id.")
    ] = Field(default_factory=dict)


class VenueWords(Words):
    """The words of a place that shows or sells pieces."""

    directions: Annotated[Text, Field(description="How to get there.")] = ""
