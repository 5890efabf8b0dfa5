"""The sections table: the outline as rows."""

from __future__ import annotations

from jiqun.facts.frame import Frame
from jiqun.tables import Section


def read_sections(frame: Frame, title: str) -> list[Section]:
    """One row per section; the level-0 section is the document itself, under its title."""
    rows = []
    for index, heading in enumerate(frame.headings):
        if index == 0:
            start, end = frame.document.start, frame.document.end
            printed, ordinal = title, heading.ordinal_text
        else:
            start, end = frame.document.view.offset(heading.start), _end_offset(frame, heading.end)
            printed = frame.printed(*heading.heading) if heading.heading[0] < heading.heading[1] else ""
            ordinal = frame.written(heading.ordinal_text, heading.start)
        rows.append(
            Section(
                section_id=frame.section_ids[index],
                document_id=frame.document_id,
                parent_id=None if heading.parent is None else frame.section_ids[heading.parent],
                level=heading.level,
                ordinal_text=ordinal or None,
                # A marker with nothing behind it is all there is to call the section by.
                heading=printed.strip() or ordinal or title,
                start=start,
                end=end,
            )
        )
    return rows


def _end_offset(frame: Frame, position: int) -> int:
    """Source offset of a section's end: where the next one begins, or the document ends."""
    if position >= len(frame.text):
        return frame.document.end
    return frame.document.view.offset(position)
