"""Sites built once for the tests of their pages, also where several processes run them, and a browser."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import Chromium
from sample_package import write_package
from serving import served

from jiqun.site import publish

_REPOSITORY = Path(__file__).parents[2]


def _once(factory: pytest.TempPathFactory, name: str) -> tuple[Path, Path]:
    """A folder that all processes share, and the file whose lock lets one of them fill it."""
    root = factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        root = root.parent
    return root / name, root / f"{name}.lock"


@pytest.fixture(scope="session")
def package(site: Path) -> Path:
    """The sample package."""
    return site.parent / "package"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample package; the first process to come makes it, the others wait."""
    folder, lock = _once(tmp_path_factory, "sample-site")
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        if not folder.exists():
            folder.mkdir()
            publish(write_package(folder / "package"), folder / "site")
    return folder / "site"


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the repository's own package."""
    folder, lock = _once(tmp_path_factory, "own-site")
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        if not folder.exists():
            publish(_REPOSITORY, folder)
    return folder


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The address of the sample package's site."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="module")
def own_address(own_site: Path) -> Iterator[str]:
    """The address of the own package's site."""
    with served(own_site) as address:
        yield address


@pytest.fixture(scope="session")
def chromium_program() -> str:
    """Chromium; a visible skip where there is none, a failure in continuous integration."""
    names = ("chromium", "chromium-browser", "google-chrome")
    program = next(filter(None, map(shutil.which, names)), None)
    if program is None and os.environ.get("CI"):
        pytest.fail("chromium is not installed: the pages would go unseen")
    if program is None:
        pytest.skip("chromium is not installed")
    return program


@pytest.fixture(scope="module")
def browser(chromium_program: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    """A browser with one page."""
    with Chromium(chromium_program, tmp_path_factory.mktemp("profile")) as opened:
        yield opened
