"""Any bytes in: rows that hold together, or a clear refusal.

    python tests/fuzz/target.py --executions 10000 [--seed 1]     # texts made by chance, as below
    python tests/fuzz/target.py --atheris [options of libFuzzer]   # guided by coverage: pip install atheris

An execution reads bytes as a file, finds its documents, extracts their rows and judges them as a conversion
does: keys, references and values; spans and quotes against the text; every numeral in the ledger. Anything
but rows without fault or a ReadingError is a find, and so is an execution of more than two seconds of
processor time. A find is written to tests/fuzz/finds, where `tests/test_fuzz.py` reads it ever after.

Without atheris the bytes are pieces of the open annotated texts and of what is hard to read (digits,
brackets, list marks, odd blanks), cut, repeated, shuffled, and encoded one way or another, some with bytes
turned.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import signal
import sys
import time
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parents[2]
FINDS = Path(__file__).parent / "finds"
_SECONDS = 2
_HARD = (
    *"0123456789０１２９一二三十百千万亿两半〇零几多余约近以上下至到－—-~、，。；：（）()《》“”%％‰",
    *"\n\r\f\t \u3000\u200b\ufeff",
    *("亿元", "万元", "万亩", "个百分点", "年均", "分别", "其中", "同比", "增长", "力争", "第一章", "（一）"),
    *("一、", "1.", "一是", "附件", "——", "等12个", "2015年", "二○○九年", "9-8月", "上半年", "翻一番"),
    *("产业集群", "工业园区", "项目", "有限公司", "人民政府", "〔2009〕20号", "３\n０亿元"),
    *("、" * 40, "1" * 40, "（" * 20, "和的" * 20),
)
_ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le")


class Find(AssertionError):
    """Bytes that are neither converted without fault nor refused."""


def execute(data: bytes) -> bool:
    """Whether the bytes were converted; False where they were refused. Raises Find, or what went wrong."""
    from jiqun.batch import faults_of
    from jiqun.reading import ReadingError, Source, decode

    signal.signal(signal.SIGPROF, _too_long)
    signal.setitimer(signal.ITIMER_PROF, _SECONDS)
    try:
        text, encoding = decode(data)
        faults = faults_of(Source("a.txt", hashlib.sha256(data).hexdigest(), text, encoding))
    except ReadingError:
        return False
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    if faults:
        raise Find("; ".join(faults))
    return True


def _too_long(number: int, frame: FrameType | None) -> None:
    raise Find(f"takes more than {_SECONDS} seconds of processor time")


def pieces() -> list[str]:
    """Sentences of the open annotated texts."""
    import json

    found: list[str] = []
    for folder in sorted((ROOT / "tests" / "gold").iterdir()):
        about, source = folder / "gold.json", folder / "source.txt"
        if about.is_file() and source.is_file() and json.loads(about.read_text("utf-8")).get("set") == "open":
            found += re.findall("[^。；\n]+[。；\n]*", source.read_text("utf-8", errors="ignore"))
    return found


def bytes_by_chance(chance: random.Random, sentences: list[str]) -> bytes:
    """Some hundred bytes that look like a document in one way or another."""
    parts: list[str] = []
    for _ in range(chance.randint(1, 8)):
        kind = chance.random()
        if kind < 0.45:
            sentence = chance.choice(sentences)
            begin = chance.randrange(len(sentence))
            parts.append(sentence[begin : begin + chance.randint(1, 60)] if kind < 0.25 else sentence)
        elif kind < 0.9:
            parts += chance.choices(_HARD, k=chance.randint(1, 12))
        elif kind < 0.97:
            parts.append(chance.choice(_HARD) * chance.randint(2, 30))
        else:
            parts.append("".join(chr(chance.randrange(1, 0x30000)) for _ in range(chance.randint(1, 10))))
    text = "".join(parts)
    data = bytearray(text.encode(chance.choice(_ENCODINGS), errors="ignore"))
    for _ in range(chance.choice((0, 0, 0, 1, 4)) if data else 0):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def keep(data: bytes, error: BaseException) -> None:
    """Write a find beside this program, and say what it is."""
    FINDS.mkdir(exist_ok=True)
    path = FINDS / f"{hashlib.sha256(data).hexdigest()[:12]}.bin"
    path.write_bytes(data)
    print(f"{path}: {type(error).__name__}: {error}", flush=True)


def by_chance(executions: int, seed: int) -> int:
    """So many executions; returns the number of finds."""
    sentences = pieces()
    converted = finds = size = 0
    begun = time.process_time()
    for number in range(executions):
        data = bytes_by_chance(random.Random(f"{seed}-{number}"), sentences)
        size += len(data)
        try:
            converted += execute(data)
        except Exception as error:
            finds += 1
            keep(data, error)
    seconds = time.process_time() - begun
    print(
        f"{executions} executions of seed {seed}: {converted} converted, {finds} finds, the others refused;"
    )
    print(f"{size:,} bytes, {seconds:.0f} s of processor")
    return finds


def main() -> None:
    if "--atheris" in sys.argv:
        import atheris

        arguments = [argument for argument in sys.argv if argument != "--atheris"]
        sys.path.insert(0, str(ROOT / "scripts"))
        with atheris.instrument_imports(include=["jiqun"]):
            import jiqun.batch  # noqa: F401

        def one(data: bytes) -> None:
            try:
                execute(data)
            except Exception as error:
                keep(data, error)

        atheris.Setup(arguments, one)
        atheris.Fuzz()
        return
    sys.path.insert(0, str(ROOT / "scripts"))
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--executions", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    sys.exit(1 if by_chance(options.executions, options.seed) else 0)


if __name__ == "__main__":
    main()
