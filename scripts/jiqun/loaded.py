"""All that converting takes, loaded by the import: processes forked from one that has it begin at once.

Rules, vocabularies and dictionary take a second to load, and what nobody writes to is in memory once.
"""

import gc
from contextlib import suppress

# What most documents have.
_TEXT = (
    "青石县人民政府关于推进产业集群发展的通知\n\n"
    "一、到2015年，青石县纺织产业集群企业达到50家，工业总产值达到30亿元，年均增长20%。\n"
    "二、对新认定的高新技术企业给予50万元奖励，由县财政局负责。总投资3亿元的纺织园项目已开工建设。\n"
)


def _load() -> None:
    """Import what the tasks of a conversion use, and convert a text, whose vocabularies are read where they
    are first asked for."""
    import pyarrow.csv
    import pyarrow.parquet  # noqa: F401

    import jiqun.convert  # noqa: F401
    from jiqun.batch import extracted, faults_of
    from jiqun.reading import Source

    faults_of([extracted(Source("a.txt", "0" * 64, _TEXT, "utf-8"))])


# The collector would look through all of it again and again, and then write to what is shared.
gc.disable()
# What fails here fails again where it is asked for, and is reported there.
with suppress(Exception):
    _load()
gc.freeze()
gc.enable()
