"""All checks, in the order in which they run: first what the others rest on."""

from __future__ import annotations

from .blanks import Blanks
from .categories import Categories
from .containment import Containment
from .control_characters import ControlCharacters
from .digits import Digits
from .document_digest import DocumentDigest
from .document_tiling import DocumentTiling
from .engine.check import Check
from .evidence import Evidence
from .fact_reference import FactReference
from .figures_agree import FiguresAgree
from .file_hashes import FileHashes
from .formulas import Formulas
from .growth_fits import GrowthFits
from .ledger import Ledger
from .list_count import ListCount
from .mention_account import MentionAccount
from .outline import Outline
from .part_of_whole import PartOfWhole
from .period_order import PeriodOrder
from .range_bounds import RangeBounds
from .slugs import Slugs
from .source_files import SourceFiles
from .source_hashes import SourceHashes
from .spreadsheet_files import SpreadsheetFiles
from .spreadsheets import Spreadsheets
from .unique_keys import UniqueKeys
from .unit_dimension import UnitDimension
from .unused_keys import UnusedKeys
from .value_text import ValueText

CHECKS: tuple[type[Check], ...] = (
    FileHashes,
    SourceFiles,
    SourceHashes,
    DocumentDigest,
    DocumentTiling,
    Evidence,
    Outline,
    Containment,
    Ledger,
    MentionAccount,
    FactReference,
    RangeBounds,
    UnitDimension,
    ValueText,
    PeriodOrder,
    FiguresAgree,
    GrowthFits,
    PartOfWhole,
    ListCount,
    UniqueKeys,
    Categories,
    Slugs,
    Digits,
    Blanks,
    ControlCharacters,
    Formulas,
    Spreadsheets,
    SpreadsheetFiles,
    UnusedKeys,
)
