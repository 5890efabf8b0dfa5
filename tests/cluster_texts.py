"""The clusters that a sentence of a provincial opinion gives."""

from pathlib import Path

from jiqun.facts.cluster_rows import Named
from jiqun.facts.clusters import ClusterReader
from jiqun.facts.documents import document_id
from jiqun.facts.frame import open_frame
from jiqun.language.places import PlaceContext, places
from jiqun.language.words import Words
from jiqun.reading import find_documents, read_source

HEADER = "湖南省人民政府关于工业发展的意见\n\n各市人民政府：\n\n一、发展方向\n\n工业经济平稳运行。\n\n"


def clusters(tmp_path: Path, body: str) -> list[Named]:
    path = tmp_path / "source.txt"
    path.write_text(HEADER + body + "\n", encoding="utf-8")
    (document,) = find_documents(read_source(path))
    frame = open_frame(document, document_id(document))
    frame.region_code = "430000"
    frame.set_places(places().find(frame.text, PlaceContext("430000", 2012)))
    return ClusterReader(frame, Words(frame.text), frame.places).read()


def named(tmp_path: Path, body: str) -> list[tuple[str, str]]:
    return [(item.name, item.kind) for item in clusters(tmp_path, body)]


def names(tmp_path: Path, body: str) -> list[str]:
    return [item.name for item in clusters(tmp_path, body)]
