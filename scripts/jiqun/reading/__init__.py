"""Bytes to text, text to documents, documents to sections and sentences.

Nothing in this room knows of policy: it knows files, lines, headings and full stops.
"""

from jiqun.reading.documents import Document, find_documents
from jiqun.reading.files import read_source
from jiqun.reading.manifest import Manifest, ManifestRow, read_manifest
from jiqun.reading.outline import Heading, find_outline
from jiqun.reading.sentences import Sentence, find_sentences
from jiqun.reading.source import ReadingError, Source, Span, decode
from jiqun.reading.view import View

__all__ = [
    "Document",
    "Heading",
    "Manifest",
    "ManifestRow",
    "ReadingError",
    "Sentence",
    "Source",
    "Span",
    "View",
    "decode",
    "find_documents",
    "find_outline",
    "find_sentences",
    "read_manifest",
    "read_source",
]
