"""The command `jiqun`: convert, validate, publish, explain, score, diff."""

import argparse
import gc
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from jiqun import WORK, __version__
from jiqun.arguments import Parser, positive
from jiqun.failure import Failure

_REPOSITORY = Path(__file__).parents[2]
_COMMANDS = {
    "convert": "documents to a data package",
    "validate": "judge a data package",
    "publish": "data package to downloads and site",
    "explain": "show the passage a row came from",
    "score": "extraction against hand annotation",
    "diff": "what changed between two versions of a package",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; `argv` is without the program's name.

    What goes wrong is one line on stderr. `python -X dev` shows the traceback as well.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    _prepare_streams()
    command = _parser().parse_args(arguments[:1]).command
    try:
        code = _RUN[command](arguments[1:])
        # What cannot be written is said here, and not by Python at exit.
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        print(f"jiqun {command}: interrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:
        _drop_output()
        return 1
    except (Failure, OSError) as error:
        if sys.flags.dev_mode:
            raise
        print(f"jiqun {command}: error: {error}", file=sys.stderr)
        _drop_output()
        return 1


class _Nowhere(io.TextIOBase):
    """Takes what is written in place of a stream that is closed."""

    def write(self, text: str) -> int:
        return len(text)


def _prepare_streams() -> None:
    """Make the standard streams fit to be written to, whatever they are."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by the caller
            setattr(sys, name, _Nowhere())
        elif hasattr(stream, "reconfigure"):
            # A terminal that cannot show Chinese gets escapes, not a crash.
            stream.reconfigure(errors="backslashreplace")


def _drop_output() -> None:
    """Forget what could not be written, where that is why the command ends: Python would try it again at
    exit, and complain once more."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    """The parser of the command's name only: each command parses what follows it."""
    listing = "\n".join(f"  {name:10}{purpose}" for name, purpose in _COMMANDS.items())
    parser = Parser(
        prog="jiqun",
        description="Open data packages from Chinese industrial-cluster policy documents.",
        epilog=f"commands:\n{listing}\n\n`jiqun COMMAND --help` tells more of each.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"jiqun {__version__}")
    parser.add_argument("command", choices=_COMMANDS, metavar="COMMAND", help="one of the commands below")
    return parser


_CONVERT = """\
Convert policy documents into a data package.

A file that cannot be converted is left out and named in data/errors.csv with the reason; the others go on. In
a package's own data/sources it ends the conversion instead. Documents of formats that are not read, and pages
of a PDF file that are pictures without text, are named there, too. When the conversion as a whole fails, the
output stays as it was. None of the options changes what comes out, only how it is made.

Exit code: 0 all files converted, 2 some left out or converted in part, 1 failed and nothing changed or wrong
usage, 130 interrupted.
"""


def convert(argv: Sequence[str]) -> int:
    """`jiqun convert`: exit 0, 2 where files or parts of them were left out, or 1 and nothing changed."""
    parser = Parser(
        prog="jiqun convert", description=_CONVERT, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "sources",
        nargs="*",
        type=Path,
        metavar="SOURCE",
        help="files or folders of documents (.txt, .md, .docx, .html, .pdf); a folder may hold a "
        "manifest.csv (default: data/sources)",
    )
    parser.add_argument(
        "--output",
        type=Path,
        metavar="DIR",
        help="folder of the package (default: the package whose data/sources the source is)",
    )
    parser.add_argument(
        "--workers",
        type=positive,
        default=1,
        metavar="N",
        help="processes that convert at the same time, each needs about 250 MB (default: 1)",
    )
    parser.add_argument(
        "--resume",
        action="store_true",
        help="go on where a conversion into the same folder was interrupted",
    )
    parser.add_argument(
        "--engine",
        choices=("processes", "dask"),
        default="processes",
        help="processes of this machine, or a Dask cluster (pip install 'jiqun[dask]')",
    )
    parser.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="the Dask scheduler, such as tcp://10.0.0.1:8786, whose workers must see the same files under "
        "the same paths (default: a cluster of N local workers)",
    )
    options = parser.parse_args(argv)
    if options.scheduler and options.engine != "dask":
        parser.error("--scheduler needs --engine dask")
    # Imported here because the vocabularies of the extraction take a while to load.
    from jiqun.convert import Options, summary, warnings
    from jiqun.convert import convert as run
    from jiqun.package import InUseError

    how = Options(options.workers, options.resume, options.engine, options.scheduler)
    try:
        conversion = run(options.sources or [home() / "data" / "sources"], options.output, how)
    except (KeyboardInterrupt, OSError) as error:
        work = (options.output or home()) / WORK
        # What lies there may be another conversion's.
        if work.exists() and not isinstance(error, InUseError):
            note = f"what was converted is kept in {work}: with --resume the same command goes on from there"
            print(f"jiqun convert: {note}", file=sys.stderr)
        raise
    for warning in warnings(conversion):
        print(f"jiqun convert: warning: {warning}", file=sys.stderr)
    print(summary(conversion))
    merged = conversion.merged
    # A package's own sources were chosen as they are: what is missing in them is a warning.
    return 2 if merged.failures or (merged.incomplete and not conversion.in_place) else 0


def validate(argv: Sequence[str]) -> int:
    """`jiqun validate`: exit 0 valid, 1 errors, 2 warnings only."""
    # numpy starts threads for linear algebra as it is loaded; nothing here needs any.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # The modules are many objects that stay: to look through them again and again, and once more at the end,
    # takes longer than to judge a small package.
    collects = gc.isenabled()
    gc.disable()
    try:
        from jiqun.checks.cli import package_folder, run

        _settle(package_folder(argv))
        return run(list(argv))
    finally:
        gc.freeze()
        if collects:
            gc.enable()


def publish(argv: Sequence[str]) -> int:
    """`jiqun publish`: downloads and site of a finished package."""
    parser = Parser(
        prog="jiqun publish", description="Make the downloads and the site of a finished data package."
    )
    parser.add_argument("--package", type=Path, default=home(), metavar="DIR", help="the package's folder")
    parser.add_argument(
        "--output", type=Path, metavar="DIR", help="folder of the site (default: site beside it)"
    )
    options = parser.parse_args(argv)
    _settle(options.package)
    try:
        from jiqun.site import publish as run
    except ImportError as error:
        raise Failure(
            error.name or "jiqun.site", f"cannot be loaded: {error}", "pip install 'jiqun[site]'"
        ) from None
    folder = options.output or options.package / "site"
    run(options.package, folder)
    print(f"written to {folder}")
    return 0


def explain(argv: Sequence[str]) -> int:
    """`jiqun explain`: the passage behind a row."""
    parser = Parser(
        prog="jiqun explain",
        description="Show a row of a package: its cells, its sections, and the passage it came from, the "
        "span marked.",
    )
    parser.add_argument("row_id", metavar="ROW_ID", help="id of a row of any table, as in its first column")
    parser.add_argument("--package", type=Path, default=home(), metavar="DIR", help="the package's folder")
    options = parser.parse_args(argv)
    _settle(options.package)
    from jiqun.explain import PLAIN_MARK, TERMINAL_MARK
    from jiqun.explain import explain as run

    print(run(options.row_id, options.package, TERMINAL_MARK if sys.stdout.isatty() else PLAIN_MARK))
    return 0


def score(argv: Sequence[str]) -> int:
    """`jiqun score`: how much of a hand annotation the rules, or a finished package, get right."""
    from jiqun.score import run

    return run(argv)


def _settle(package: Path) -> None:
    """Before a package is read: finish what a conversion that was killed at its end had begun."""
    if not (package / WORK).exists():
        return
    # Imported here because it takes longer to load than most packages to judge.
    from jiqun.package import finish_interrupted

    finish_interrupted(package)


def diff(argv: Sequence[str]) -> int:
    """`jiqun diff`: exit 0 compared, 1 version or changelog wrong, or a package that cannot be read."""
    from jiqun.diff import run

    return run(argv)


_RUN = {
    "convert": convert,
    "validate": validate,
    "publish": publish,
    "explain": explain,
    "score": score,
    "diff": diff,
}


def home() -> Path:
    """The package that commands work on by default: the repository's, else the current folder's."""
    return _REPOSITORY if (_REPOSITORY / "data" / "sources").is_dir() else Path.cwd()
