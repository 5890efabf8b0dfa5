"""Bad input gives one clear problem with its code, exit code 1 and no traceback."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from checks_packages import write_descriptor
from frictionless import system

from jiqun.checks import Task, validate
from jiqun.checks.engine import archives, descriptor, endless, pieces, records
from jiqun.checks.engine.columnar import ColumnarJudge

FIELDS = [{"name": "a", "type": "integer"}]


def types(path: Path | str, *, trusted: bool = False) -> list[str]:
    report = validate(path, trusted=trusted)
    assert report.exit_code == (1 if report.errors else 0)
    assert all(problem.message for problem in report.errors)
    return [problem.type for problem in report.errors]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "is not JSON"),
        ("[]", "is not a JSON object"),
        ("[" * 100_000, "nested too deeply"),
        ("{" + f'"resources": [{{"bytes": {"9" * 5000}}}]' + "}", "digits"),
        ("{}", "'resources' is a required property"),
        ('{"resources": 5}', "5 is not of type 'array'"),
    ],
)
def test_descriptors_that_are_none(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "datapackage.json"
    path.write_text(text)
    assert types(path) == ["package-error"]
    assert said in validate(path).errors[0].message


def test_a_descriptor_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "datapackage.json"
    path.write_bytes(b'{"name": "\xff"}')
    assert types(path) == ["package-error"]


def test_no_resources_is_an_error_of_ours_alone(tmp_path: Path) -> None:
    path = write_descriptor(tmp_path, {"resources": []})
    assert types(path) == ["no-resources"]
    assert validate(path, extra_checks=False).valid


def test_a_missing_descriptor_and_a_folder_without_one(tmp_path: Path) -> None:
    assert types(tmp_path / "datapackage.json") == ["package-error"]
    assert types(tmp_path) == ["package-error"]


def test_a_folder_with_a_descriptor_is_a_package(table: Callable[..., Path]) -> None:
    assert types(table("a\n1\n", FIELDS).parent) == []


@pytest.mark.parametrize("path", ["../a.csv", "/etc/passwd", "data/../../a.csv"])
def test_paths_that_leave_the_folder(tmp_path: Path, path: str) -> None:
    assert types(write_descriptor(tmp_path, {"resources": [{"name": "a", "path": path}]})) == [
        "resource-error"
    ]


def test_links_that_leave_the_folder(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside.csv"
    inside.mkdir()
    outside.write_text("a\n1\n")
    (inside / "a.csv").symlink_to(outside)
    path = write_descriptor(inside, {"resources": [{"name": "a", "path": "a.csv"}]})
    assert types(path) == ["path-outside-package"]
    assert types(path, trusted=True) == []


@pytest.mark.parametrize(
    "named",
    [
        {"path": "http://127.0.0.1:9/a.csv"},
        {"path": ["a.csv", "s3://bucket/a.csv"]},
        {"path": "a.csv", "schema": "https://127.0.0.1:9/schema.json"},
        {"path": "a.csv", "dialect": "https://127.0.0.1:9/dialect.json"},
        {"path": "a.csv", "profile": "https://127.0.0.1:9/profile.json"},
        {"path": "a.csv", "profile": "https://specs.frictionlessdata.io/schemas/data-resource.json"},
    ],
)
def test_addresses_are_not_fetched(tmp_path: Path, named: dict[str, object]) -> None:
    assert types(write_descriptor(tmp_path, {"resources": [{"name": "a", **named}]})) == [
        "address-not-trusted"
    ]


@pytest.mark.parametrize(
    "named",
    [
        {"profile": "https://127.0.0.1:9/profile.json"},
        {"profile": "fiscal-data-package"},
        {"profiles": ["https://127.0.0.1:9/profile.json"]},
        {"profile": "profile.json"},
    ],
)
def test_profiles_are_not_fetched(
    tmp_path: Path, named: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that frictionless looks up by name and those that another profile refers to included."""
    monkeypatch.chdir(tmp_path)
    Path("profile.json").write_text('{"allOf": [{"$ref": "https://127.0.0.1:9/other.json"}]}')
    Path("a.csv").write_text("a\n1\n")
    path = write_descriptor(tmp_path, {"resources": [{"name": "a", "path": "a.csv"}], **named})
    report = validate(path)
    assert [problem.type for problem in report.errors] == ["address-not-trusted"]
    assert "is not fetched" in report.errors[0].message


def test_an_address_that_nobody_fetches_is_no_fault(tmp_path: Path) -> None:
    """`$schema` names a profile: frictionless takes the version from it, and so does everybody's tool."""
    own = "https://127.0.0.1:9/profile.json"
    (tmp_path / "a.csv").write_text("a\nx\n")
    resource = {"name": "a", "path": "a.csv", "$schema": own, "schema": {"$schema": own, "fields": FIELDS}}
    path = write_descriptor(tmp_path, {"$schema": own, "homepage": own, "resources": [resource]})
    assert validate(path).flatten(["taskNumber", "rowNumber", "fieldNumber", "type"]) == [
        [1, 2, 1, "type-error"]
    ]


@pytest.mark.parametrize("trusted", [False, True])
def test_frictionless_is_left_as_it_was(tmp_path: Path, trusted: bool) -> None:
    """Also where the package is refused: nobody else's packages are trusted from then on."""
    before = system.trusted, system.http_session
    assert types(write_descriptor(tmp_path, {"resources": 5}), trusted=trusted)
    assert types(tmp_path / "none.json", trusted=trusted)
    assert (system.trusted, system.http_session) == before


def test_a_descriptor_at_an_address_is_not_fetched() -> None:
    assert types("http://127.0.0.1:9/datapackage.json") == ["address-not-trusted"]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder, and the address on this machine at which its files are."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield tmp_path, f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_a_package_at_an_address_is_judged_where_it_is_trusted(served: tuple[Path, str]) -> None:
    folder, address = served
    (folder / "a.csv").write_text("a\nx\n")
    write_descriptor(folder, {"resources": [{"name": "a", "path": "a.csv", "schema": {"fields": FIELDS}}]})
    assert types(f"{address}datapackage.json") == ["address-not-trusted"]
    report = validate(f"{address}datapackage.json", trusted=True)
    assert report.flatten(["taskNumber", "rowNumber", "fieldNumber", "type"]) == [[1, 2, 1, "type-error"]]
    assert report.tasks[0].handed_over
    assert types(f"{address}none.json", trusted=True) == ["package-error"]
    assert types(f"{address}a.csv", trusted=True) == ["package-error"]


def test_a_missing_file_and_a_folder_as_table(tmp_path: Path) -> None:
    (tmp_path / "b.csv").mkdir()
    (tmp_path / "c.csv").write_text("a\nx\n")
    resources = [{"name": name, "path": f"{name}.csv", "schema": {"fields": FIELDS}} for name in "abc"]
    path = write_descriptor(tmp_path, {"resources": resources})
    report = validate(path)
    assert report.flatten(["taskNumber", "rowNumber", "fieldNumber", "type"]) == [
        [1, None, None, "scheme-error"],
        [2, None, None, "scheme-error"],
        [3, 2, 1, "type-error"],
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.csv")
    path = write_descriptor(tmp_path, {"resources": [{"name": "a", "path": "a.csv"}]})
    assert types(path) == ["path-not-a-file"]
    os.mkfifo(tmp_path / "pipe.json")
    assert types(tmp_path / "pipe.json") == ["package-error"]


@pytest.mark.parametrize(
    "data",
    [
        b"x" * 3_000_000,
        b"a\n" + b"x" * 3_000_000,
        b'a\n"' + b"x\n" * 1_500_000,
        b"a\n" * 200 + b"x" * 3_000_000,
    ],
    ids=["one line", "second line", "quoted lines", "after the sample"],
)
def test_a_record_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(endless, "LONGEST", 1024 * 1024)
    (tmp_path / "a.csv").write_bytes(data)
    path = write_descriptor(tmp_path, {"resources": [{"name": "a", "path": "a.csv"}]})
    assert types(path) == ["line-too-long"]


def test_a_quote_that_is_not_closed_far_from_the_beginning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (endless, pieces):
        monkeypatch.setattr(module, "LONGEST", 1024 * 1024)
    monkeypatch.setattr(records, "PIECE_BYTES", 64 * 1024)
    (tmp_path / "a.csv").write_bytes(b"a\n" * 50_000 + b'"' + b"x\n" * 1_500_000)
    schema = {"fields": [{"name": "a", "type": "string"}]}
    path = write_descriptor(tmp_path, {"resources": [{"name": "a", "path": "a.csv", "schema": schema}]})
    assert types(path) == ["line-too-long"]


def test_a_path_that_is_none(tmp_path: Path) -> None:
    path = write_descriptor(tmp_path, {"resources": [{"name": "a", "path": "a\0.csv"}]})
    assert types(path) == ["judge-failed"]


def test_a_descriptor_that_is_far_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(descriptor, "_LARGEST", 10)
    assert types(write_descriptor(tmp_path, {"resources": []})) == ["package-error"]


@pytest.mark.parametrize("text", ["{", "name: [", "a: &a [*a]", "5"])
def test_descriptors_in_yaml_that_are_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "datapackage.yaml"
    path.write_text(text)
    assert types(path) == ["package-error"]


def test_archives_that_are_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "package.zip"
    path.write_bytes(b"PK")
    assert types(path) == ["package-error"]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../outside.csv", "a\n")
        archive.writestr("zeros.csv", b"0" * 1_000_000)
    assert types(path) == ["package-error"]
    assert not (tmp_path.parent / "outside.csv").exists()
    monkeypatch.setattr(archives, "_LARGE", 1000)
    assert types(path) == ["archive-too-large"]


def test_an_archive_that_is_damaged_inside(tmp_path: Path) -> None:
    path = tmp_path / "package.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("datapackage.json", "{}" + " " * 5000)
    data = bytearray(path.read_bytes())
    start = data.index(b"datapackage.json") + len("datapackage.json")
    data[start : start + 8] = b"\xff" * 8
    path.write_bytes(data)
    assert types(path) == ["package-error"]


@pytest.mark.parametrize(
    "resource",
    [
        {"path": "inner/datapackage.json"},
        {"data": {"resources": [{"name": "b", "path": "http://127.0.0.1:9/b.csv"}]}},
        {"data": {"tasks": [{"path": "http://127.0.0.1:9/b.csv"}]}},
    ],
)
def test_addresses_in_a_package_within_a_package_are_not_fetched(
    tmp_path: Path, resource: dict[str, object]
) -> None:
    (tmp_path / "inner").mkdir()
    write_descriptor(tmp_path / "inner", {"resources": [{"name": "b", "path": "http://127.0.0.1:9/b.csv"}]})
    assert types(write_descriptor(tmp_path, {"resources": [{"name": "a", **resource}]})) == [
        "address-not-trusted"
    ]


def test_a_package_that_holds_itself(tmp_path: Path) -> None:
    path = write_descriptor(tmp_path, {"resources": [{"name": "a", "path": "datapackage.json"}]})
    assert types(path) == ["judge-failed"]


def test_undecodable_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"a\n\xff\xfe\n")
    schema = {"fields": [{"name": "a", "type": "string"}]}
    path = write_descriptor(
        tmp_path, {"resources": [{"name": "a", "path": "a.csv", "encoding": "utf-8", "schema": schema}]}
    )
    assert types(path) == ["encoding-error"]


def test_a_file_that_changes_while_it_is_read(
    table: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = table("a\n1\n", FIELDS)
    judge = ColumnarJudge.judge

    def judge_and_write(self: ColumnarJudge, resource: object) -> Task:
        task = judge(self, resource)
        (path.parent / "data" / "one.csv").write_text("a\n2\n3\n")
        return task

    monkeypatch.setattr(ColumnarJudge, "judge", judge_and_write)
    assert types(path) == ["file-changed"]


@pytest.mark.parametrize("data", [b"a,b\r1,x\r", b'a,b\n1,"x\n', b"a,b\n1,x\x00\n"])
def test_an_irregular_table_that_frictionless_judges_is_still_checked(tmp_path: Path, data: bytes) -> None:
    # A unique datetime makes the engine hand the table over before it has read it.
    (tmp_path / "a.csv").write_bytes(data.replace(b"x", b"=x"))
    fields = [
        {"name": "a", "type": "datetime", "constraints": {"unique": True}},
        {"name": "b", "type": "string"},
    ]
    resources = [{"name": "a", "path": "a.csv", "encoding": "utf-8", "schema": {"fields": fields}}]
    report = validate(write_descriptor(tmp_path, {"resources": resources}))
    assert report.tasks[0].handed_over
    assert "formula-prefix" in [problem.type for problem in report.warnings]
