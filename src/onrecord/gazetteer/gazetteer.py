"""Populated places, administrative areas and countries of GeoNames, by name.

The files under data/ are built by training/gazetteer/build.py and mapped into memory: loading takes a few
milliseconds, a look-up reads only the pages it touches. Data from GeoNames (geonames.org), CC BY 4.0.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import WeightsError
from onrecord.gazetteer.keys import place_key

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Gazetteer", "GazetteerPlace", "PlaceKind", "distance_km"]

FOLDER = Path(__file__).with_name("data")
EARTH_KM = 6371.0088
"""Mean radius of the Earth (IUGG)."""
_ALIAS = 1 << 31


class PlaceKind(IntEnum):
    """What sort of place an entry is."""

    CITY = 0
    ADMIN1 = 1
    """State, province, oblast: the level below the country."""
    ADMIN2 = 2
    """County, district: the level below that."""
    COUNTRY = 3
    AREA = 4


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """One place.

    Attributes:
        row: Its row in the gazetteer.
        geonames: GeoNames id.
        name: GeoNames' own name.
        kind: What sort of place it is.
        country: ISO alpha-3.
        lat: Degrees north; of an area, its middle. None when the gazetteer has none.
        lon: Degrees east.
        population: Inhabitants; of an area, those of its places here.
        above: Rows of the administrative areas and the country it lies in, smallest first.
        alias: True when it was found under another name than its own.
    """

    row: int
    geonames: int
    name: str
    kind: PlaceKind
    country: str
    lat: float | None
    lon: float | None
    population: int
    above: tuple[int, ...]
    alias: bool = False


class Gazetteer:
    """Look-ups of places by name; opened once with `Gazetteer.load`."""

    def __init__(
        self,
        table: "NDArray[np.void]",
        keys: bytes,
        key_at: "NDArray[np.uint32]",
        found: "NDArray[np.uint32]",
        found_at: "NDArray[np.uint32]",
        names: bytes,
        codes: tuple[str, ...],
    ) -> None:
        self._table = table
        self._keys = keys
        self._key_at = key_at
        self._found = found
        self._found_at = found_at
        self._names = names
        self._codes = codes
        at = (table["kind"] == PlaceKind.COUNTRY).nonzero()[0]
        self._rows_of_countries = {codes[int(table[row]["country"])]: int(row) for row in at}

    @classmethod
    def load(cls) -> "Gazetteer":
        """Return the gazetteer that came with the package; opened once a process.

        Raises:
            WeightsError: A file is missing.
        """
        return _load(FOLDER)

    def __len__(self) -> int:
        return len(self._table)

    def candidates(self, name: str) -> tuple[GazetteerPlace, ...]:
        """Return the places of a name, those of whose own name it is first, then by population."""
        key = place_key(name).encode()
        at = self._position(key)
        if at is None:
            return ()
        return tuple(self._candidates(at))

    def place(self, row: int) -> GazetteerPlace:
        """Return one place by its row."""
        return self._read(row, alias=False)

    def country(self, code: str) -> GazetteerPlace | None:
        """Return a country by its ISO alpha-3 code, None when there is none."""
        row = self._rows_of_countries.get(code)
        return None if row is None else self._read(row, alias=False)

    def _candidates(self, at: int) -> Iterator[GazetteerPlace]:
        for value in self._found[self._found_at[at] : self._found_at[at + 1]]:
            yield self._read(int(value) & ~_ALIAS, alias=bool(int(value) & _ALIAS))

    def _position(self, key: bytes) -> int | None:
        low, high = 0, len(self._key_at) - 1
        while low < high:
            middle = (low + high) // 2
            here = self._keys[self._key_at[middle] : self._key_at[middle + 1]]
            if here == key:
                return middle
            low, high = (middle + 1, high) if here < key else (low, middle)
        return None

    def _read(self, row: int, *, alias: bool) -> GazetteerPlace:
        entry = self._table[row]
        name_at = int(entry["name"])
        lat, lon = float(entry["lat"]), float(entry["lon"])
        above: list[int] = []
        for step in (int(entry["above2"]), int(entry["above"])):
            if step >= 0 and step not in above:
                above.append(step)
                country = int(self._table[step]["above"])
                if country >= 0 and country not in above:
                    above.append(country)
        return GazetteerPlace(
            row,
            int(entry["geonames"]),
            self._names[name_at : name_at + int(entry["length"])].decode(),
            PlaceKind(int(entry["kind"])),
            self._codes[int(entry["country"])],
            None if math.isnan(lat) else lat,
            None if math.isnan(lon) else lon,
            int(entry["population"]),
            tuple(above),
            alias,
        )


@cache
def _load(folder: Path) -> Gazetteer:
    import numpy as np

    try:
        arrays = {
            name: np.load(folder / f"{name}.npy", mmap_mode="r")
            for name in ("places", "key_at", "found", "found_at")
        }
        keys, names = (folder / "keys.bin").read_bytes(), (folder / "names.bin").read_bytes()
        codes = tuple((folder / "countries.txt").read_text(encoding="utf-8").split())
    except FileNotFoundError as error:
        raise WeightsError(
            f"The gazetteer's file {error.filename} is missing. Reinstall onrecord, or build it with "
            "training/gazetteer/build.py."
        ) from error
    return Gazetteer(
        arrays["places"], keys, arrays["key_at"], arrays["found"], arrays["found_at"], names, codes
    )


def distance_km(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Return the great-circle distance in kilometres between two points (latitude, longitude in degrees).

    Source:
        The haversine formula.
    """
    lat1, lon1, lat2, lon2 = (math.radians(x) for x in (*first, *second))
    a = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(a)))
