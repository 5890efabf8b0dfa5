"""A site built once for the tests of its pages, also where several processes run them."""

import fcntl
import os
from pathlib import Path

import pytest
from sample_package import write_package

from jiqun.site import publish


@pytest.fixture(scope="session")
def package(site: Path) -> Path:
    """The sample package."""
    return site.parent / "package"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample package; the first process to come makes it, the others wait."""
    root = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        root = root.parent
    folder = root / "sample-site"
    with (root / "sample-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            folder.mkdir()
            publish(write_package(folder / "package"), folder / "site")
    return folder / "site"
