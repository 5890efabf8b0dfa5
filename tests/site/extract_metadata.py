"""Run by the judges' Python: the JSON-LD that extruct finds in pages, a list for each.

python extract_metadata.py PAGE ...
"""

import json
import sys
from pathlib import Path

import extruct  # type: ignore[import-not-found]

found = [
    extruct.extract(Path(path).read_text("utf-8"), syntaxes=["json-ld"], errors="ignore").get("json-ld", [])
    for path in sys.argv[1:]
]
print(json.dumps(found, ensure_ascii=False))
