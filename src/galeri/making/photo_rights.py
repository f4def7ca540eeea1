"""Whose a photo is → the XMP and IPTC blocks that go with every copy of it: that, and nothing else.

Search engines read the licence from `xmpRights:WebStatement`, whom to ask from `plus:LicensorURL`, and the credit
from `photoshop:Credit` and `dc:creator` (IPTC Photo Metadata Standard 2023.2; Google, “Image license metadata”).
"""

from collections.abc import Iterator
from html import escape

from galeri.model.outputs import Rights

_LONGEST = 200
"""Characters: what is longer is cut, so that the blocks stay small."""
_SPACES = (
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("photoshop", "http://ns.adobe.com/photoshop/1.0/"),
    ("xmpRights", "http://ns.adobe.com/xap/1.0/rights/"),
    ("plus", "http://ns.useplus.org/ldf/xmp/1.0/"),
)
_UTF_8 = b"\x1b%G"
"""How IPTC's coded character set (1:90) names UTF-8 (ISO/IEC 2022)."""


def xmp(rights: Rights) -> bytes:
    """Write an XMP packet, of less than 1 KB as a rule; nothing where nothing is known (ISO 16684-1)."""
    simple, structured = "".join(_simple(rights)), "".join(_structured(rights))
    if not simple and not structured:
        return b""
    used = simple + structured
    spaces = "".join(f' xmlns:{name}="{address}"' for name, address in _SPACES if f"{name}:" in used)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""{spaces}'
        f'{simple}>{structured}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    ).encode()


def _simple(rights: Rights) -> Iterator[str]:
    """Write what is one text and in no language, as attributes: the shortest way."""
    named = (("photoshop:Credit", rights.credit), ("xmpRights:WebStatement", rights.licence))
    return (f' {name}="{escape(_short(value))}"' for name, value in named if value)


def _structured(rights: Rights) -> Iterator[str]:
    if rights.title:
        yield f"<dc:title>{_in_any_language(rights.title)}</dc:title>"
    if rights.credit:
        yield f"<dc:creator><rdf:Seq><rdf:li>{escape(_short(rights.credit))}</rdf:li></rdf:Seq></dc:creator>"
    if rights.terms and rights.terms != rights.licence:
        yield f"<xmpRights:UsageTerms>{_in_any_language(rights.terms)}</xmpRights:UsageTerms>"
    if rights.licensor or rights.site:
        yield f"<plus:Licensor><rdf:Seq><rdf:li{_licensor(rights)}/></rdf:Seq></plus:Licensor>"


def _licensor(rights: Rights) -> str:
    named = (("plus:LicensorName", rights.licensor), ("plus:LicensorURL", rights.site))
    return "".join(f' {name}="{escape(_short(value))}"' for name, value in named if value)


def _in_any_language(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(_short(text))}</rdf:li></rdf:Alt>'


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def iptc(rights: Rights) -> bytes:
    """Write title and credit as a JPEG's APP13 segment, for programs that know no XMP (IPTC-IIM 4.2).

    A text that is longer than IIM allows is left out: half a name would be worse than what XMP says in full.
    """
    fields = ((5, 64, rights.title), (80, 32, rights.credit), (110, 32, rights.credit))
    encoded = [
        (number, text.encode()) for number, longest, text in fields if 0 < len(text.encode()) <= longest
    ]
    if not encoded:
        return b""
    records = _dataset(1, 90, _UTF_8) + b"".join(_dataset(2, number, value) for number, value in encoded)
    resource = (
        b"8BIM\x04\x04\x00\x00" + len(records).to_bytes(4, "big") + records + b"\x00" * (len(records) % 2)
    )
    body = b"Photoshop 3.0\x00" + resource
    return b"\xff\xed" + (len(body) + 2).to_bytes(2, "big") + body


def _dataset(record: int, number: int, value: bytes) -> bytes:
    return bytes((0x1C, record, number)) + len(value).to_bytes(2, "big") + value
