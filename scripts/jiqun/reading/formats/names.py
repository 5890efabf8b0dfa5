"""Names of the files that are read, and of the texts that are kept beside them."""

from __future__ import annotations

from pathlib import PurePosixPath

PLAIN_SUFFIXES = (".txt", ".md")
EXTRACTED_SUFFIXES = (".docx", ".htm", ".html", ".pdf")
SUFFIXES = (*PLAIN_SUFFIXES, *EXTRACTED_SUFFIXES)
_TEXT = ".txt"


def suffix_of(name: str) -> str:
    """The suffix of a file name or path, in small letters."""
    return PurePosixPath(name).suffix.lower()


def has_extracted_text(name: str) -> bool:
    """Whether a file is read by way of a text that is extracted from it."""
    return suffix_of(name) in EXTRACTED_SUFFIXES


def text_name(name: str) -> str:
    """Name of the text extracted from a file: 2024/plan.docx gives 2024/plan.docx.txt."""
    return name + _TEXT


def received_name(name: str) -> str | None:
    """Name of the file that a text was extracted from, going by the text's name; None for any other name.

    2024/plan.docx.txt gives 2024/plan.docx. Only where that file is there too is the one the text of the
    other.
    """
    stem = name.removesuffix(_TEXT)
    return stem if stem != name and has_extracted_text(stem) else None
