"""A page of each kind, in each of three languages: one of them runs from right to left."""

FOLDERS = {
    "id": ("", {"product": "produk", "artisan": "perajin", "region": "wilayah", "technique": "teknik"}
           | {"material": "bahan", "motif": "motif", "collection": "koleksi", "venue": "tempat"}
           | {"article": "bacaan", "search": "cari", "catalogues": "katalog"}),
    "en": ("en/", {"product": "products", "artisan": "makers", "region": "regions", "technique": "techniques"}
           | {"material": "materials", "motif": "motifs", "collection": "collections", "venue": "venues"}
           | {"article": "articles", "search": "search", "catalogues": "catalogues"}),
}  # fmt: skip
FOLDERS["ar"] = ("ar/", FOLDERS["en"][1])
RECORDS = {
    "product": "kain-awan",
    "artisan": "kelompok-pesisir",
    "region": "kab-bangkalan",
    "technique": "batik-tulis",
    "material": "katun",
    "motif": "awan",
    "collection": "pameran-laut",
    "venue": "galeri-utama",
    "article": "tentang",
}
KINDS = ("home", "index", "last index", *RECORDS, "search", "catalogues", "404")


def address(kind: str, tag: str) -> str:
    """Give the path of a page of a kind in a language."""
    prefix, folders = FOLDERS[tag]
    if kind in RECORDS:
        return f"{prefix}{folders[kind]}/{RECORDS[kind]}/"
    return {
        "home": prefix,
        "index": f"{prefix}{folders['product']}/",
        "last index": f"{prefix}{folders['material']}/p/9/",
        "search": f"{prefix}{folders['search']}/",
        "catalogues": f"{prefix}{folders['catalogues']}/",
        "404": f"{prefix}404.html",
    }[kind]


PAGES = [(kind, tag) for kind in KINDS for tag in FOLDERS]
