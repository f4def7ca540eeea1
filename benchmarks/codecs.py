"""The settings of codecs that are compared: format, speed, and in how many pixels colour is kept."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """One way to encode: its name, Pillow's format and options, the qualities that are tried, and if it is quick."""

    name: str
    format: str
    options: tuple[tuple[str, object], ...]
    qualities: tuple[int, ...]
    quick: bool = True


_SLOW = 6  # an AVIF speed up to which one run is long enough to be timed


def _jpeg(subsampling: str) -> Setting:
    options = (("progressive", True), ("optimize", True), ("subsampling", subsampling))
    return Setting(f"JPEG {subsampling}", "JPEG", options, (45, 60, 75, 90))


def _webp(method: int) -> Setting:
    return Setting(f"WebP, method {method}", "WEBP", (("method", method),), (50, 65, 80, 92))


def _avif(speed: int, subsampling: str, tune: str = "") -> Setting:
    name = f"AVIF {subsampling}, speed {speed}" + (f", tune={tune}" if tune else "")
    options: list[tuple[str, object]] = [("speed", speed), ("subsampling", subsampling), ("max_threads", 1)]
    options += [("advanced", {"tune": tune})] if tune else []
    return Setting(name, "AVIF", tuple(options), (40, 55, 70, 85), quick=speed > _SLOW)


SETTINGS = (
    *(_jpeg(subsampling) for subsampling in ("4:2:0", "4:4:4")),
    *(_webp(method) for method in (2, 4, 6)),
    *(_avif(speed, "4:2:0") for speed in (4, 6, 8)),
    *(_avif(speed, "4:4:4") for speed in (4, 5, 6, 7, 8, 9, 10)),
    *(_avif(6, "4:4:4", tune) for tune in ("psnr", "ssimulacra2")),
)
"""libavif's own tuning of aom for still pictures is `iq`, which is what AVIF without a tune is encoded with."""
