"""Every plate by name: where it goes, who draws it, its seed and its budget in kilobytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from plates import (
    bandar,
    beads,
    besek,
    canting,
    covers,
    cual,
    emblem,
    fields,
    gedhog,
    gentong,
    gentongan,
    harbour,
    jagad,
    kurung,
    leather,
    lessons,
    merak,
    parengan,
    pendapa,
    regalia,
    silver,
    skein,
    sogan,
    steps,
    stitch,
    teak,
    threads,
    tika,
    topeng,
    vessels,
    waters,
)

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
    Plate("products/tika-paca-serasan/01-tikar.jpg", tika.rolled, 2103_1, 640),
    Plate("products/tika-paca-serasan/02-rincian.jpg", tika.detail, 2103_2),
    Plate("products/tenun-cual/01-kain.jpg", cual.cloth, 1905_1, 640),
    Plate("products/tenun-cual/02-rincian.jpg", cual.detail, 1905_2, 640),
    Plate("artisans/kelompok-contoh-tanjungbumi/emblem.jpg", emblem.tanjungbumi, 11, 330),
    Plate("artisans/kelompok-contoh-kerek/emblem.jpg", emblem.kerek, 12, 330),
    Plate("artisans/kelompok-contoh-parengan/emblem.jpg", emblem.parengan_, 13, 330),
    Plate("artisans/kelompok-contoh-wonoanti/emblem.jpg", emblem.wonoanti, 14, 330),
    Plate("artisans/kelompok-contoh-pulo/emblem.jpg", emblem.pulo, 15, 330),
    Plate("artisans/kelompok-contoh-kedungmonggo/emblem.jpg", emblem.kedungmonggo, 16, 330),
    Plate("artisans/kelompok-contoh-gresik/emblem.jpg", emblem.gresik, 17, 330),
    Plate("artisans/kelompok-contoh-serasan/emblem.jpg", emblem.serasan, 18, 330),
    Plate("artisans/kelompok-contoh-mentok/emblem.jpg", emblem.mentok, 19, 330),
    Plate("venues/galeri-utama/emblem.jpg", pendapa.dusk, 31, 420),
    Plate("venues/gerai-pelabuhan/emblem.jpg", harbour.shelf, 32, 420),
    Plate("motifs/kawung/01-kawung.jpg", sogan.kawung, 21, 380),
    Plate("motifs/parang/01-parang.jpg", sogan.parang, 22, 380),
    Plate("motifs/truntum/01-truntum.jpg", sogan.truntum, 23, 380),
    Plate("motifs/tong-centong/01-motif.jpg", sogan.centong, 24, 380),
    Plate("techniques/batik-tulis/01-canting.jpg", canting.drawing, 25, 380),
    Plate("products/batik-klampar/01-kain.jpg", jagad.cloth, 3528_1, 560),
    Plate("products/batik-klampar/02-rincian.jpg", jagad.detail, 3528_2, 560),
    Plate("products/batik-jetis/01-kain.jpg", fields.jetis, 3515_1, 560),
    Plate("products/batik-jetis/02-rincian.jpg", fields.jetis_detail, 3515_2, 560),
    Plate("products/batik-lumajang/01-kain.jpg", fields.lumajang, 3508_3, 560),
    Plate("products/batik-lumajang/02-rincian.jpg", fields.lumajang_detail, 3508_4, 560),
    Plate("products/gajah-oling/01-kain.jpg", waters.banyuwangi, 3510_1, 560),
    Plate("products/gajah-oling/02-rincian.jpg", waters.banyuwangi_detail, 3510_2, 560),
    Plate("products/batik-kab-bekasi/01-kain.jpg", waters.bekasi, 3216_1, 560),
    Plate("products/batik-kab-bekasi/02-rincian.jpg", waters.bekasi_detail, 3216_2, 560),
    Plate("products/batik-simpor/01-kain.jpg", fields.simpor, 1906_1, 560),
    Plate("products/batik-simpor/02-rincian.jpg", fields.simpor_detail, 1906_2, 560),
    Plate("products/batik-gonggong/01-kain.jpg", waters.tanjungpinang, 2172_1, 560),
    Plate("products/batik-gonggong/02-rincian.jpg", waters.tanjungpinang_detail, 2172_2, 560),
    Plate("products/bambu-sumbermujur/01-cangkir.jpg", vessels.bamboo, 3508_5, 420),
    Plate("products/bambu-sumbermujur/02-rincian.jpg", vessels.bamboo_detail, 3508_6, 420),
    Plate("products/kendang-sentul/01-kendang.jpg", vessels.drums, 3572_1, 420),
    Plate("products/kendang-sentul/02-rincian.jpg", vessels.drum_detail, 3572_2, 420),
    Plate("products/marmer-tulungagung/01-vas.jpg", vessels.marble, 3504_1, 420),
    Plate("products/marmer-tulungagung/02-rincian.jpg", vessels.marble_detail, 3504_2, 420),
    Plate("products/kuningan-cindogo/01-bejana.jpg", vessels.brass, 3511_1, 420),
    Plate("products/kuningan-cindogo/02-rincian.jpg", vessels.brass_detail, 3511_2, 420),
    Plate("products/keris-aeng-tong-tong/01-keris.jpg", regalia.keris, 3529_1, 480),
    Plate("products/keris-aeng-tong-tong/02-pamor.jpg", regalia.keris_detail, 3529_2, 480),
    Plate("products/cor-kuningan-bejijong/01-surya.jpg", regalia.sun, 3516_1, 480),
    Plate("products/cor-kuningan-bejijong/02-rincian.jpg", regalia.sun_detail, 3516_2, 480),
    Plate("products/pewter-bangka/01-piring.jpg", regalia.plate, 1971_1, 480),
    Plate("products/pewter-bangka/02-rincian.jpg", regalia.plate_detail, 1971_2, 480),
    Plate("products/batu-satam/01-satam.jpg", regalia.satam, 1902_1, 420),
    Plate("products/batu-satam/02-rincian.jpg", regalia.satam_detail, 1902_2, 420),
    Plate("products/manik-gudo/01-manik.jpg", beads.strings, 3517_1, 480),
    Plate("products/manik-gudo/02-rincian.jpg", beads.detail, 3517_2, 420),
    Plate("products/tudung-saji-lingga/01-tudung.jpg", covers.cover, 2104_1, 480),
    Plate("products/tudung-saji-lingga/02-rincian.jpg", covers.cover_detail, 2104_2, 480),
    Plate("products/kopiah-resam/01-kopiah.jpg", covers.cap, 1905_3, 480),
    Plate("products/kopiah-resam/02-rincian.jpg", covers.cap_detail, 1905_4, 480),
    Plate("products/anyaman-bawean/01-tikar.jpg", covers.mat, 3525_3, 560),
    Plate("products/anyaman-bawean/02-rincian.jpg", covers.mat_detail, 3525_4, 560),
    Plate("products/tenun-bandar-kidul/01-kain.jpg", bandar.cloth, 3571_1, 560),
    Plate("products/tenun-bandar-kidul/02-rincian.jpg", bandar.detail, 3571_2, 560),
    Plate("products/ukir-karduluk/01-panel.jpg", teak.panel, 3529_3, 560),
    Plate("products/ukir-karduluk/02-rincian.jpg", teak.detail, 3529_4, 480),
    Plate("products/bordir-sidoarjo/01-bordir.jpg", stitch.kebaya, 3515_3, 560),
    Plate("products/bordir-sidoarjo/02-rincian.jpg", stitch.kebaya_detail, 3515_4, 560),
    Plate("products/bordir-bangil/01-bordir.jpg", stitch.mukena, 3514_1, 520),
    Plate("products/bordir-bangil/02-rincian.jpg", stitch.mukena_detail, 3514_2, 520),
    Plate("products/dhadhak-merak/01-merak.jpg", merak.fan, 3502_1, 640),
    Plate("products/dhadhak-merak/02-rincian.jpg", merak.detail, 3502_2, 560),
    Plate("products/tudung-manto/01-tudung.jpg", threads.manto, 2104_3, 560),
    Plate("products/tudung-manto/02-rincian.jpg", threads.manto_detail, 2104_4, 560),
    Plate("products/rajutan-babel/01-rajutan.jpg", threads.shawl, 1903_1, 560),
    Plate("products/rajutan-babel/02-rincian.jpg", threads.shawl_detail, 1903_2, 480),
    Plate("products/kulit-tanggulangin/01-tas.jpg", leather.satchel, 3515_5, 560),
    Plate("products/kulit-tanggulangin/02-rincian.jpg", leather.detail, 3515_6, 480),
    Plate("motifs/bebek-setaman/01-motif.jpg", lessons.ducks, 41, 330),
    Plate("motifs/bunga-cengkeh/01-motif.jpg", lessons.clove, 42, 330),
    Plate("motifs/gunungan/01-motif.jpg", lessons.gunungan, 43, 330),
    Plate("motifs/kembang-sumping/01-motif.jpg", lessons.sumping, 44, 330),
    Plate("motifs/lokcan/01-motif.jpg", lessons.phoenix, 45, 330),
    Plate("motifs/lung-lungan/01-motif.jpg", lessons.vines, 46, 330),
    Plate("motifs/segitiga-damar-kurung/01-motif.jpg", lessons.triangles, 47, 330),
    Plate("motifs/sinom/01-motif.jpg", lessons.sinom, 48, 330),
    Plate("motifs/sisik-malaya/01-motif.jpg", lessons.scales, 49, 330),
    Plate("motifs/urna/01-motif.jpg", lessons.urna, 50, 330),
    Plate("techniques/anyaman-bambu/01-anyaman.jpg", steps.bamboo, 51, 330),
    Plate("techniques/anyaman-pandan/01-anyaman.jpg", steps.pandanus, 52, 330),
    Plate("techniques/celup-gentong/01-gentong.jpg", steps.dipping, 53, 330),
    Plate("techniques/lukis-lentera/01-lukis.jpg", steps.painting, 54, 330),
    Plate("techniques/perak-filigri/01-filigri.jpg", steps.filigree, 55, 330),
    Plate("techniques/perak-rantai/01-rantai.jpg", steps.chain, 56, 330),
    Plate("techniques/pintal-tangan/01-benang.jpg", steps.spun, 57, 330),
    Plate("techniques/songket/01-songket.jpg", steps.songket, 58, 330),
    Plate("techniques/tenun-gedhog/01-tenun.jpg", steps.loom, 59, 330),
    Plate("techniques/tenun-ikat-pakan/01-ikat.jpg", steps.tied, 60, 330),
    Plate("techniques/ukir-topeng/01-ukir.jpg", lessons.carved, 61, 330),
]
