"""Names of the files that are read, and of the texts that are kept beside them."""

from __future__ import annotations

from pathlib import PurePosixPath

PLAIN_SUFFIXES = (".txt", ".md")
EXTRACTED_SUFFIXES = (".docx", ".htm", ".html", ".pdf")
SUFFIXES = (*PLAIN_SUFFIXES, *EXTRACTED_SUFFIXES)
_TEXT = ".txt"


_WORD = "save it as .docx in a word processor, or by soffice --headless --convert-to docx FILE"
_SHEETS = "save it as .html in a spreadsheet program, or by soffice --headless --convert-to html FILE"
_SLIDES = "save it as .pdf, by soffice --headless --convert-to pdf FILE or in the program it is from"
_RECOGNIZE = "recognize its text (OCR) and save that as .txt"
_PRINT = "save it as .pdf or .txt in the program that reads it"
_UNPACK = "unpack it into a folder"
# Documents, or what may hold some, that are not read: what they are, and what to do about it.
_OTHERS = {
    **dict.fromkeys(
        (".doc", ".dot", ".rtf", ".odt", ".docm"), ("an office document of another format", _WORD)
    ),
    **dict.fromkeys((".wps", ".wpt"), ("a WPS document", _WORD)),
    **dict.fromkeys((".xls", ".xlsx", ".xlsm", ".et", ".ods"), ("a spreadsheet", _SHEETS)),
    **dict.fromkeys((".ppt", ".pptx", ".dps", ".odp"), ("a presentation", _SLIDES)),
    **dict.fromkeys(
        (".bmp", ".gif", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp"), ("a picture", _RECOGNIZE)
    ),
    **dict.fromkeys((".caj", ".ceb", ".epub", ".ofd"), ("a document of a format that is not read", _PRINT)),
    **dict.fromkeys((".mht", ".mhtml"), ("a page saved as an archive", "save it as .html in a browser")),
    **dict.fromkeys((".7z", ".gz", ".rar", ".tar", ".zip"), ("an archive", _UNPACK)),
}


def other_format(name: str) -> tuple[str, str] | None:
    """What a file is that may be a document but is not read, going by its name, and what to do about it; None
    for documents that are read and for what is no document."""
    return _OTHERS.get(suffix_of(name))


def is_of_saved_page(folder: str) -> bool:
    """Whether a folder, by its name, holds the pictures and scripts of a page that a browser saved."""
    return folder.endswith(("_files", ".files"))


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
