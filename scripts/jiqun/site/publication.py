"""Making the site of a package, aside first and put in place when it is whole."""

import logging
import os
import shutil
import tempfile
from pathlib import Path

from jiqun.curation import ConversionError
from jiqun.package.finished import PackageError

_HERE = Path(__file__).parent


def publish(package_dir: Path, output_dir: Path) -> None:
    """Make the site of the package in `package_dir` and put it in place of `output_dir`.

    What `output_dir` held before is replaced only when the site is whole; a folder that holds something else
    is left alone. Raises ConversionError where the package cannot be read or the pages cannot be made.
    """
    _refuse_foreign(output_dir)
    parent = output_dir.absolute().parent
    parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".jiqun-", dir=parent) as aside:
        site = Path(aside) / "site"
        try:
            _build(package_dir.absolute(), site, Path(aside) / "workplace")
        except PackageError as error:
            raise ConversionError(error.path, error.reason, "validate the package first") from None
        shutil.rmtree(output_dir, ignore_errors=True)
        site.replace(output_dir)


def _refuse_foreign(output_dir: Path) -> None:
    if not output_dir.exists():
        return
    if not output_dir.is_dir() or (any(output_dir.iterdir()) and not (output_dir / "downloads").is_dir()):
        raise ConversionError(
            output_dir, "holds something other than a site", "name another folder with --output"
        )


def _build(package_dir: Path, site: Path, workplace: Path) -> None:
    """Run MkDocs, strictly, with its own messages only where something is wrong."""
    # The theme prints a banner about MkDocs 2 otherwise.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    home = _home()
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    try:
        config = load_config(
            str(home / "mkdocs.yml"),
            docs_dir=str(home / "docs"),
            site_dir=str(site),
            hooks=[str(_HERE / "hook.py")],
            strict=True,
        )
        # Loading the search has imported jieba, which reports how it reads its dictionary.
        logging.getLogger("jieba").setLevel(logging.WARNING)
        config.extra["package"] = str(package_dir)
        config.extra["workplace"] = str(workplace)
        build(config)
    except MkDocsException as error:
        raise ConversionError(
            package_dir, f"the pages cannot be made: {error}", "see the messages above"
        ) from None


def _home() -> Path:
    """The folder of mkdocs.yml and docs/: inside the package when it is a wheel's, else the repository's."""
    return _HERE if (_HERE / "mkdocs.yml").is_file() else _HERE.parents[2]
