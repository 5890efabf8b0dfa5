"""The arguments of commands, and what is said of wrong ones: the same whatever the command."""

import argparse
import sys
from typing import NoReturn


class Parser(argparse.ArgumentParser):
    """A parser that ends with 1 where the arguments are wrong: 2 would say that the work was done, though
    with warnings or in part."""

    def error(self, message: str) -> NoReturn:
        """Say on stderr how the command is used, and what is wrong."""
        self.print_usage(sys.stderr)
        self.exit(1, f"{self.prog}: error: {message}\n")


def natural(text: str) -> int:
    """A number from 0, as the type of an argument."""
    return _number(text, 0)


def positive(text: str) -> int:
    """A number from 1, as the type of an argument."""
    return _number(text, 1)


def _number(text: str, least: int) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text) >= least):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from {least}")
    return int(text)
