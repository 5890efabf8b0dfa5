"""Data package to verdict: the same as `jiqun validate`."""

import sys
from pathlib import Path

# The folder of this file, for checkouts in which the package is not installed.
sys.path.insert(0, str(Path(__file__).resolve().parent))

from jiqun.cli import main

if __name__ == "__main__":
    sys.exit(main(["validate", *sys.argv[1:]]))
