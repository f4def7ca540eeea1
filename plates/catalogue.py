"""Every plate by name: where it goes, who draws it, its seed and its budget in kilobytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from plates import besek, gedhog, gentong, gentongan, kurung, parengan, silver, skein, topeng

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.random import Generator

    from plates.canvas import Field


@dataclass(frozen=True)
class Plate:
    """One picture: its place under content/, its painter, its seed and its budget."""

    path: str
    paint: Callable[[Generator], Field]
    seed: int
    budget: int = 520

    def draw(self) -> Field:
        """Draw it, the same every time."""
        return self.paint(np.random.default_rng(self.seed))


PLATES = [
    Plate("products/batik-gentongan/01-kain.jpg", gentongan.cloth, 3526_1, 640),
    Plate("products/batik-gentongan/02-rincian.jpg", gentongan.detail, 3526_2, 640),
    Plate("products/batik-gentongan/03-gentong.jpg", gentong.jar, 3526_3),
    Plate("products/tenun-batik-gedhog/01-kain.jpg", gedhog.cloth, 3523_1, 640),
    Plate("products/tenun-batik-gedhog/02-rincian.jpg", gedhog.detail, 3523_2, 640),
    Plate("products/tenun-batik-gedhog/03-benang.jpg", skein.hanks, 3523_3),
    Plate("products/tenun-parengan/01-kain.jpg", parengan.cloth, 3524_1, 640),
    Plate("products/tenun-parengan/02-rincian.jpg", parengan.detail, 3524_2, 640),
    Plate("products/bambu-wonoanti/01-besek.jpg", besek.boxes, 3503_1),
    Plate("products/bambu-wonoanti/02-rincian.jpg", besek.detail, 3503_2),
    Plate("products/perak-pulo/01-kalung.jpg", silver.necklace, 3508_1),
    Plate("products/perak-pulo/02-rincian.jpg", silver.detail, 3508_2),
    Plate("products/topeng-malangan/01-topeng.jpg", topeng.mask, 3507_1),
    Plate("products/topeng-malangan/02-rincian.jpg", topeng.detail, 3507_2),
    Plate("products/damar-kurung/01-lentera.jpg", kurung.lantern, 3525_1),
    Plate("products/damar-kurung/02-rincian.jpg", kurung.detail, 3525_2),
]
