"""What is known of crafts beyond any one gallery: chapters of the Harmonized System, fibres, protected species, arms.

Words stand for what curators call things in Indonesian and English, in an id or a title.
"""

from collections.abc import Mapping

_ALWAYS = {94, 95, 96, 97}
"""Lamps and furniture, toys and festive articles, miscellaneous articles, works of art."""

HS_CHAPTERS: Mapping[str, frozenset[int]] = {
    kind: frozenset(chapters | _ALWAYS)
    for kind, chapters in {
        "textile": {42, 43, *range(50, 66), 67},
        "basketry": {14, 42, 44, 46, 53, 56, 57, 58, 63, 64, 65, 66},
        "wood": {44, 45, 64, 66, 67, 71, 82, 83, 92, 93},
        "metal": {71, *range(72, 84), 85, 92, 93},
        "leather": {41, 42, 43, 64, 65, 66, 67, 91},
        "stone": {25, 68, 71},
        "glass": {70, 71},
        "ceramic": {69},
        "instrument": {83, 92},
        "food": set(range(2, 25)),
    }.items()
}
"""Chapters of the HS (WCO, edition 2022) in which a piece of each kind can stand; `other` can stand in any."""

FABRICS = range(50, 56)
"""Chapters of yarns and woven fabrics, one for each fibre."""

FIBRES: Mapping[str, frozenset[int]] = {
    word: frozenset(chapters)
    for words, chapters in (
        ("sutra sutera silk", {50}),
        ("wol wool", {51}),
        ("katun kapas mori cotton", {52}),
        ("linen rami ramie goni jute yute nanas pineapple pisang banana abaka hemp", {53}),
        ("poliester polyester nilon nylon rayon viskosa viscose akrilik acrylic", {54, 55}),
    )
    for word in words.split()
}
"""Names of fibres, each with the chapters of its fabrics."""

_FARMED = frozenset({"kerbau", "sapi", "kambing", "domba", "buffalo", "cow", "cattle", "goat", "sheep"})
_PLANTS = frozenset({"bambu", "bamboo", "kelapa", "coconut", "kayu", "wood"})
CITES: Mapping[str, frozenset[str]] = {
    word: harmless
    for words, harmless in (
        ("tanduk horn", _FARMED),
        ("gading ivory", _PLANTS),
        ("merak peacock peafowl penyu tortoiseshell karang coral bahar buaya crocodile", frozenset[str]()),
        ("sonokeling rosewood ramin gaharu agarwood piton python trenggiling pangolin", frozenset[str]()),
        ("harimau tiger cenderawasih", frozenset[str]()),
    )
    for word in words.split()
}
"""Names of materials from species of the CITES appendices, each with the words beside which it is none of them."""

ARMS = frozenset(
    {
        "keris",
        "kris",
        "badik",
        "rencong",
        "mandau",
        "kujang",
        "golok",
        "pedang",
        "parang",
        "tombak",
        "sword",
        "dagger",
    }
)
ARMS_HS = "9307"
"""Swords and similar arms, with their scabbards (HS 2022)."""

BATIKMARK = ("tulis", "kombinasi", "cap")
"""Batikmark's grades: hand-drawn has the gold label, combination the silver, stamped the white one."""

TWO_REGIONS = frozenset(
    {"bekasi", "malang", "blitar", "kediri", "mojokerto", "madiun", "pasuruan", "probolinggo"}
)
"""Names that a regency and a city share, and whose crafts differ."""
