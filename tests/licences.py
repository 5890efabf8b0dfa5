"""The licences of the packages that are installed by the lock files, as these packages state them.

    python tests/licences.py > requirements/licences.csv

Run it after a change of the lock files, in the environment that `make` has made.
"""

import csv
import re
import sys
from importlib.metadata import distribution
from pathlib import Path

COLUMNS = ("package", "version", "licence")
ROOT = Path(__file__).parents[1]


def locked(path: Path) -> dict[str, str]:
    """The packages of a lock file and their versions."""
    found = re.finditer(r"^([a-z0-9._-]+)(?:\[[a-z,]+\])?==([^\s;]+)", path.read_text("utf-8"), re.MULTILINE)
    return {match[1]: match[2] for match in found}


def stated(package: str) -> str:
    """The licence in the metadata of an installed package: its expression, else the classifiers, else the
    first line of what it says. Raises PackageNotFoundError."""
    metadata = distribution(package).metadata
    expression = metadata.get("License-Expression")
    if expression:
        return expression
    classifiers = metadata.get_all("Classifier", [])
    names = [name.rpartition(" :: ")[2] for name in classifiers if name.startswith("License ::")]
    text = (metadata.get("License") or "").strip()
    return " or ".join(names) or (text.splitlines() or [""])[0]


def main() -> None:
    """Write a row for each package to standard output."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    packages = locked(ROOT / "requirements/lock.txt") | locked(ROOT / "requirements/build.txt")
    writer.writerows((package, version, stated(package)) for package, version in sorted(packages.items()))


if __name__ == "__main__":
    main()
