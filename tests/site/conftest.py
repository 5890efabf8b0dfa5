"""A site built once for the tests of its pages."""

from pathlib import Path

import pytest
from sample_package import write_package

from jiqun.site import publish


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample package."""
    return write_package(tmp_path_factory.mktemp("package") / "sample")


@pytest.fixture(scope="session")
def site(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample package."""
    folder = tmp_path_factory.mktemp("site") / "site"
    publish(package, folder)
    return folder
