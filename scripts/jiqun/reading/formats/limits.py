"""How much of a file is read before it is refused: documents are not trusted.

Far above what policy documents are (a plan of 300 pages has some 300,000 characters), far below what would
make a machine swap.
"""

from __future__ import annotations

# Of a DOCX, HTML or PDF file as received.
MAX_FILE_BYTES = 100 * 2**20
# Of the text extracted from it.
MAX_CHARACTERS = 10_000_000

# Of a page, the images inside it not counted: four megabytes of nothing but tags take some fifteen seconds
# and half a gigabyte.
MAX_HTML_BYTES = 4 * 2**20
# What the parser holds open at once; libxml2 stops there and would leave the rest out unsaid.
MAX_HTML_DEPTH = 2048

# One part of a DOCX file, unpacked: its text, its notes, its numbering, its styles.
MAX_PART_BYTES = 32 * 2**20
# The list of parts at the end of the file, some fifty bytes for each.
MAX_DIRECTORY_BYTES = 2 * 2**20

MAX_PAGES = 5000
# Characters and strokes of one page of a PDF file; a page beyond either is refused, or read without its
# tables.
MAX_PAGE_CHARACTERS = 200_000
MAX_PAGE_STROKES = 5000
# Of the process that reads one PDF file: processor time, time by the clock, address space.
MAX_PDF_SECONDS = 120
MAX_PDF_WAIT_SECONDS = 600
MAX_PDF_MEMORY_BYTES = 2**30
