"""Parts that the facts of several kinds of record share."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from galeri.model.values import (
    Date,
    Duration,
    FileName,
    Focus,
    FocusPoint,
    HsCode,
    Line,
    Number,
    Phone,
    Rate,
    Text,
    Url,
    fail,
)


class Strict(BaseModel):
    """Frozen, and a key that is not a field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Photo(Strict):
    """A photo of the record, in the order it is shown."""

    file: Annotated[FileName, Field(description="The file's name, in the record's own folder.")]
    focus: Annotated[
        FocusPoint, Field(description="The point that a crop must keep, from the left and the top.")
    ] = Focus(50, 50)
    credit: Annotated[Line, Field(description="Who made the photo.")] = ""
    licence: Annotated[Line, Field(description="The photo's licence, as an SPDX code or an address.")] = ""
    role: Annotated[
        Literal["piece", "detail", "process", "portrait", "place"], Field(description="What the photo shows.")
    ] = "piece"
    child: Annotated[bool, Field(description="It shows a child: it is then never published.")] = False


class Video(Strict):
    """A film: a file in the record's folder, or an address that is opened only when asked for."""

    file: Annotated[FileName | None, Field(description="The film's file name.")] = None
    link: Annotated[Url | None, Field(description="The film's address.")] = None
    poster: Annotated[FileName | None, Field(description="The photo shown before it plays.")] = None

    @model_validator(mode="after")
    def _one_source(self) -> "Video":
        if (self.file is None) == (self.link is None):
            fail("video-source", "video")
        return self


class Facts(Strict):
    """What every kind of record may state."""

    photos: Annotated[
        tuple[Photo, ...], Field(description="The record's photos, in the order they are shown.")
    ] = ()
    added: Annotated[Date | None, Field(description="When it joined the gallery: orders what is new.")] = None


class Price(Strict):
    """A price and the day it was true."""

    amount: Annotated[int, Field(gt=0, le=10**12, strict=True, description="The amount, in whole units.")]
    currency: Annotated[Line, Field(pattern=r"^[A-Z]{3}$", description="The currency's ISO 4217 code.")] = (
        "IDR"
    )
    as_of: Annotated[Date | None, Field(description="The day on which it was true.")] = None


class Limited(Strict):
    """An edition of so many."""

    limited: Annotated[int, Field(gt=0, strict=True, description="How many are made in all.")]


class Order(Strict):
    """How to buy: the site has no till of its own."""

    whatsapp: Annotated[
        Literal["council", "artisan"] | None,
        Field(description="Whose number answers: the council's or the maker's."),
    ] = None
    tokopedia: Annotated[Url | None, Field(description="The piece's address on Tokopedia.")] = None
    shopee: Annotated[Url | None, Field(description="The piece's address on Shopee.")] = None
    website: Annotated[Url | None, Field(description="Another address where it can be ordered.")] = None


class Export(Strict):
    """What a buyer abroad asks first."""

    hs: Annotated[HsCode | None, Field(description="Suggested HS code; the customs broker decides.")] = None
    moq: Annotated[int | None, Field(gt=0, description="Smallest order, in pieces.")] = None
    lead_time: Annotated[Duration | None, Field(description="Time from order to shipping: `30 days`.")] = None
    capacity: Annotated[Rate | None, Field(description="How many can be made: `40 per month`.")] = None
    incoterm: Annotated[
        Literal["EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP", "FAS", "FOB", "CFR", "CIF"] | None,
        Field(description="Delivery term of Incoterms 2020."),
    ] = None


class Certification(Strict):
    """A certificate, with what proves it."""

    scheme: Annotated[
        Literal[
            "batikmark", "sni", "halal", "spp-irt", "bpom-md", "svlk", "cites", "fairtrade", "gi", "other"
        ],
        Field(description="The scheme that issued it."),
    ]
    name: Annotated[Line, Field(description="The scheme's name, where `scheme` is other.")] = ""
    grade: Annotated[Line, Field(description="Its grade: tulis, kombinasi or cap for Batikmark.")] = ""
    number: Annotated[Number, Field(description="The certificate's number.")] = ""
    issued: Annotated[Date | None, Field(description="The day it was issued.")] = None
    expires: Annotated[Date | None, Field(description="The day it expires.")] = None
    evidence: Annotated[Url | None, Field(description="Where it can be verified.")] = None


class Heritage(Strict):
    """An entry in a register of heritage; being recorded and being designated are two events."""

    register_: Annotated[
        Literal["wbtb", "unesco", "ig", "kik"],
        Field(
            alias="register",
            description="National intangible heritage, UNESCO, geographical indication, communal IP.",
        ),
    ]
    number: Annotated[Number, Field(description="The entry's number.")] = ""
    year: Annotated[int | None, Field(ge=1900, le=2100, description="The year of the entry.")] = None
    status: Annotated[Literal["recorded", "designated"], Field(description="Recorded, or designated.")]


class OnDisplay(Strict):
    """Where a piece can be seen."""

    venue: Annotated[str, Field(description="The venue's id.", json_schema_extra={"links_to": "venue"})]
    since: Annotated[Date | None, Field(description="From when.")] = None


class Contact(Strict):
    """How to reach a venue, the council or a maker who consented."""

    whatsapp: Annotated[Phone | None, Field(description="A WhatsApp number in international form.")] = None
    phone: Annotated[Phone | None, Field(description="A telephone number in international form.")] = None
    email: Annotated[
        Line | None,
        Field(pattern=r"^[^@\s<>\"']+@[^@\s<>\"']+\.[a-zA-Z]{2,}$", description="An e-mail address."),
    ] = None
    website: Annotated[Url | None, Field(description="A web address.")] = None
    instagram: Annotated[
        Line | None, Field(pattern=r"^[A-Za-z0-9_.]+$", description="An Instagram name.")
    ] = None


class Consent(Strict):
    """What a maker agreed to have published (UU 27/2022), by which form, and until when."""

    name: Annotated[bool, Field(description="The name may be published.")] = False
    portrait: Annotated[bool, Field(description="The portrait may be published.")] = False
    story: Annotated[bool, Field(description="The story may be published.")] = False
    phone: Annotated[bool, Field(description="Telephone and other contacts may be published.")] = False
    on: Annotated[Date | None, Field(description="The day the form was signed.")] = None
    form: Annotated[Number, Field(description="The form's number in the council's files.")] = ""
    expires: Annotated[Date | None, Field(description="The day from which the consent no longer holds.")] = (
        None
    )
    withdrawn: Annotated[Date | None, Field(description="The day the maker took the consent back.")] = None

    def ended(self, today: date) -> bool:
        """Whether it does not hold on the day `today`: not yet given, expired or withdrawn."""
        begun = self.on is None or self.on <= today
        return not begun or any(day is not None and day <= today for day in (self.withdrawn, self.expires))


class Verified(Strict):
    """Who checked the record, and when."""

    on: Annotated[Date, Field(description="The day of the check.")]
    by: Annotated[Text, Field(description="The office or person who checked.")]
