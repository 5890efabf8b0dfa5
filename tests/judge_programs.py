"""Other people's programs that judge what is published; `make judges` installs them."""

import os
import subprocess
from pathlib import Path

import pytest

_FOLDER = Path(__file__).parents[1] / ".judges"


def judge(environment: str, program: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a judge and give back what it said.

    A visible skip where it is not installed, a failure in continuous integration.
    """
    path = _FOLDER / environment / "bin" / program
    if not path.is_file():
        reason = f"{program} is not installed: make judges"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    command = [str(path), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
