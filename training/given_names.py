"""Make the list of given names that tell a person's gender from the Python package `nomquamgender`.

    pip download --no-deps nomquamgender==0.1.4 && unzip nomquamgender-0.1.4-*.whl
    python training/given_names.py nomquamgender/name_data.json src/onrecord/codebook/given_names.txt

Writes one name a line, unaccented and in lower case, with "f" or "m". Left out are names that less than 84 %
of the people who bear them share a gender by, names seen in fewer than five registers or borne by fewer than
fifty people there, and names of several words.

Source:
    Van Buskirk, Clauset, Larremore: "An Open-Source Cultural Consensus Approach to Name-Based Gender
    Classification", ICWSM 2023; the package is under the MIT licence.
"""

import json
import re
import sys
from pathlib import Path

REGISTERS = 5
PEOPLE = 50
SHARE = 0.84


def main(data: Path, target: Path) -> None:
    """Read the package's data and write the list."""
    told: dict[str, list[float]] = json.loads(data.read_text(encoding="utf-8"))
    lines = []
    for name, (registers, people, female, *_) in sorted(told.items()):
        if registers < REGISTERS or people < PEOPLE or not re.fullmatch("[a-z]{2,}", name):
            continue
        if max(female, 1 - female) >= SHARE:
            lines.append(f"{name} {'f' if female > 0.5 else 'm'}\n")
    target.write_text("".join(lines), encoding="utf-8")
    print(f"{len(lines)} names")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
