"""A gallery in which one maker withdrew consent and another's has expired, and what no output may say of them."""

from pathlib import Path

GALLERY = Path(__file__).parents[1] / "galleries" / "consent"
WITHHELD = {
    "the one who withdrew": (
        "Ratna Melati",
        "artisans/ratna",
        "perajin/ratna",
        "makers/ratna",
        "kebaya biru",
    ),
    "what she said": ("Pembatik gentongan", "Warna tidak dapat", "sejak remaja", "began as a girl"),
    "the one whose consent expired": ("Darmo Cempaka", "artisans/darmo", "perajin/darmo", "makers/darmo"),
    "what is told of him": ("Penjaga gentong", "berpeci hitam", "setiap malam", "Keeper of the jars"),
    "the photo of all three": ("pembuat-", "Ketiga pembuatnya", "Sanggar Foto Kenanga"),
}
