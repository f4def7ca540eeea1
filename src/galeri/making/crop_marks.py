"""Marks around a page that show where it is cut."""

import pikepdf

_MM = 72 / 25.4
"""Points in a millimetre."""
_ROOM = 10 * _MM
"""How far the sheet reaches beyond the bleed."""
_GAP, _LENGTH = 1 * _MM, 6 * _MM
"""How far a mark stays off the bleed, and how long it is."""


def mark(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """Make the sheet larger than the bleed, and draw two hairs at each corner in line with the cuts.

    They are an artifact, so a reader that speaks passes them over (ISO 32000-1, 14.8.2.2.2).
    """
    bleed = [float(side) for side in page.obj.MediaBox.as_list()]
    trim = [float(side) for side in page.obj.TrimBox.as_list()]
    sheet = (bleed[0] - _ROOM, bleed[1] - _ROOM, bleed[2] + _ROOM, bleed[3] + _ROOM)
    page.obj.MediaBox = pikepdf.Array([round(side, 5) for side in sheet])
    hairs = []
    for index, outwards in ((0, -1), (2, 1)):
        for other, upwards in ((1, -1), (3, 1)):
            x, y = trim[index], trim[other]
            near, far = bleed[index] + outwards * _GAP, bleed[index] + outwards * (_GAP + _LENGTH)
            low, high = bleed[other] + upwards * _GAP, bleed[other] + upwards * (_GAP + _LENGTH)
            hairs += [
                f"{near:.3f} {y:.3f} m {far:.3f} {y:.3f} l S",
                f"{x:.3f} {low:.3f} m {x:.3f} {high:.3f} l S",
            ]
    drawn = "\n".join(["/Artifact BMC q 0 G 0.25 w", *hairs, "Q EMC\n"])
    page.contents_add(pdf.make_stream(drawn.encode()), prepend=True)
