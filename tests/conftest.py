"""What tests of several rooms share."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

REPOSITORY = Path(__file__).parents[1]

# Without deadlines, which a busy machine breaks; in continuous integration the same examples on every run.
settings.register_profile("own", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "own")


@pytest.fixture
def repository() -> Path:
    """The checkout that the tests lie in."""
    return REPOSITORY


@pytest.fixture
def judges() -> Path:
    """The standards' own profiles and shapes; a test that needs them is skipped where they are not."""
    folder = REPOSITORY.parent / "shared" / "judges"
    if not folder.is_dir():
        pytest.skip("the profiles of the standards are not in ../shared/judges")
    return folder


@pytest.fixture
def plain_extraction(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows made by `sample_rows.extract` in place of the extraction."""
    import jiqun.batch
    import sample_rows

    monkeypatch.setattr(jiqun.batch, "facts", sample_rows)
