"""A file of the downloads, as it is listed and described."""

from dataclasses import dataclass

# Media types by the format of a download.
MEDIA_TYPES = {
    "csv-excel": "text/csv",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "package": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "sqlite": "application/vnd.sqlite3",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}


@dataclass(frozen=True, slots=True)
class Download:
    """A file of the downloads: its path below the downloads' folder, and the table it holds, if just one."""

    path: str
    format: str
    table: str | None
    bytes: int
    sha256: str
