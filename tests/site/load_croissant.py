"""Run by the judges' Python: the records that mlcroissant loads, as JSON.

python load_croissant.py croissant.json [RECORD_SET ...]
"""

import json
import sys
from typing import Any

import mlcroissant  # type: ignore[import-not-found]


def plain(value: Any) -> Any:
    """A loaded value as JSON has it; text comes as bytes, a missing value as one that is not itself."""
    if isinstance(value, bytes):
        return value.decode("utf-8")
    return None if value is None or value != value else value


dataset = mlcroissant.Dataset(sys.argv[1])
names = sys.argv[2:] or [record_set.id for record_set in dataset.metadata.record_sets]
loaded = {
    name: [[plain(value) for value in record.values()] for record in dataset.records(name)] for name in names
}
print(json.dumps(loaded, ensure_ascii=False))
