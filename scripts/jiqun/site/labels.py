"""What a reader sees in place of ids and codes."""

import re
from collections.abc import Mapping

from jiqun.package.finished import FinishedField, FinishedPackage, FinishedTable
from jiqun.site.languages import Language

# The first of these that a row has names it; a code list's own language comes before all.
_NAMING = ("title", "name", "heading", "name_text", "indicator_text", "quote", "message", "file")
_LONGEST = 100
# Examples and conventions at the end of a label, which the dictionary has.
_REMARK = re.compile(r"(?<=.)(（[^（）]*）| \([^()]*\))$")


def row_label(table: FinishedTable, row: Mapping[str, str], language: Language) -> str:
    """A short name of a row in the reader's language, on one line; its id where it has no better."""
    if row.get("value_text"):
        words = (row.get("subject_text", ""), row.get("indicator_text", ""), row["value_text"])
        return shorten(" ".join("".join(word.split()) for word in words if word))
    for name in (f"label_{language.code}", "label_zh", *_NAMING):
        text = " ".join(row.get(name, "").split())
        if text:
            ordinal = row.get("ordinal_text", "") if name == "heading" else ""
            return shorten(ordinal + text)
    return row[table.primary_key] if table.primary_key else ""


def shorten(text: str, limit: int = _LONGEST) -> str:
    """The text, cut with an ellipsis where it shows wider than the limit; a Chinese character counts two."""
    room = limit
    for number, character in enumerate(text):
        room -= width_of(character)
        if room < 0:
            return text[:number].rstrip() + "…"
    return text


def width_of(text: str) -> int:
    """How wide a text shows, in Latin characters."""
    return sum(2 if character > "\u2e7f" else 1 for character in text)


def code_label(
    table: FinishedTable, column: str, value: str, package: FinishedPackage, language: Language
) -> str:
    """The label of a code: of the column's own list, or of the table its foreign key points at."""
    for field in table.fields:
        if field.name != column:
            continue
        for category in field.categories:
            if category.value == value:
                return language.pick(category.label)
        if field.reference:
            target = package.table_names.get(field.reference[0])
            row = target.by_key.get(value) if target else None
            if target and row is not None:
                return row_label(target, row, language)
    return value


def plain_labels(field: FinishedField, language: Language) -> Mapping[str, str]:
    """The labels of a closed list by code, without the remarks in brackets at their ends where they still
    differ: 增长率 for 增长率（下降为负）.
    """
    labels = {category.value: language.pick(category.label) for category in field.categories}
    plain = {value: _REMARK.sub("", label) for value, label in labels.items()}
    return plain if len(set(plain.values())) == len(plain) else labels


def row_tail(identifier: str, row: Mapping[str, str]) -> str:
    """The part of a row's id that tells it from others of its document, such as c498."""
    return identifier.removeprefix(row.get("document_id", "") + "-") or identifier
