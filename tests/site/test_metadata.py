"""The metadata before other people's judges; each is shown to complain once something is wrong."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jiqun.package.about import describe_package
from jiqun.package.downloads import write_downloads
from jiqun.package.finished import read_package
from jiqun.site.languages import LANGUAGES
from jiqun.site.metadata import describe
from judge_programs import judge
from made_packages import make_package

_HERE = Path(__file__).parent
_REPOSITORY = _HERE.parents[1]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The downloads of the repository's own package."""
    folder = tmp_path_factory.mktemp("downloads")
    write_downloads(read_package(_REPOSITORY), folder)
    return folder


@pytest.fixture
def sample(site: Path, tmp_path: Path) -> Path:
    """The downloads of the small package, to be spoilt."""
    shutil.copytree(site / "downloads", tmp_path / "downloads")
    return tmp_path / "downloads"


def spoil(path: Path, change: Callable[[Any], None]) -> Path:
    """Change the JSON of a file."""
    data = json.loads(path.read_text("utf-8"))
    change(data)
    path.write_text(json.dumps(data), "utf-8")
    return path


# --- Croissant ---------------------------------------------------------------------------------------------


def test_croissant_is_valid_without_a_warning(published: Path) -> None:
    said = judge("judges", "mlcroissant", "validate", "--jsonld", published / "croissant.json")
    assert said.returncode == 0
    assert not re.search(r"(error|warning)\(s\)", said.stderr)


def test_croissant_loads_every_record(published: Path) -> None:
    said = judge("judges", "python", _HERE / "load_croissant.py", published / "croissant.json")
    assert said.returncode == 0, said.stderr
    for name, records in json.loads(said.stdout).items():
        rows = json.loads((published / "json" / f"{name}.json").read_text("utf-8"))
        assert records == [list(row.values()) for row in rows], name


def test_croissant_that_is_wrong_is_refused(sample: Path) -> None:
    def change(data: Any) -> None:
        del data["distribution"][0]["contentUrl"]

    path = spoil(sample / "croissant.json", change)
    said = judge("judges", "mlcroissant", "validate", "--jsonld", path)
    assert "contentUrl" in said.stderr


def test_croissant_with_a_wrong_column_does_not_load(sample: Path) -> None:
    def change(data: Any) -> None:
        record_set = next(one for one in data["recordSet"] if one["@id"] == "targets")
        record_set["field"][0]["source"]["extract"]["column"] = "no_such_column"

    path = spoil(sample / "croissant.json", change)
    assert judge("judges", "mlcroissant", "validate", "--jsonld", path).returncode == 0
    said = judge("judges", "python", _HERE / "load_croissant.py", path, "targets")
    assert said.returncode != 0
    assert "no_such_column" in said.stderr


# --- DCAT-AP -----------------------------------------------------------------------------------------------


def shacl(path: Path, shapes: Path) -> str:
    """The report of pyshacl; warnings count as conforming."""
    said = judge("judges", "pyshacl", "--allow-warnings", "-s", shapes, "-df", "json-ld", path)
    assert "Validation Report" in said.stdout, said.stderr
    return said.stdout


@pytest.mark.parametrize("shapes", ["shapes", "range", "shapes_recommended"])
def test_dcat_fits_the_shapes(published: Path, home_page: Path, judges: Path, shapes: str) -> None:
    """With addresses relative to the file, and with full ones."""
    for folder in (published, home_page.parent / "downloads"):
        report = shacl(folder / "dcat.jsonld", judges / "dcat-ap-3.0.1" / f"{shapes}.ttl")
        assert "Conforms: True" in report, report


def drop_title(data: Any) -> None:
    del data["@graph"][1]["dct:title"]


def drop_address(data: Any) -> None:
    del data["@graph"][1]["dcat:distribution"][0]["dcat:accessURL"]


def name_the_publisher(data: Any) -> None:
    data["@graph"][1]["dct:publisher"] = {"@id": "http://example.org/x", "@type": "dct:Location"}


@pytest.mark.parametrize(
    ("change", "shapes", "complaint"),
    [
        (drop_title, "shapes", "dct:title"),
        (drop_address, "shapes", "dcat:accessURL"),
        (name_the_publisher, "range", "dct:publisher"),
    ],
)
def test_dcat_that_is_wrong_is_refused(
    sample: Path, judges: Path, change: Callable[[Any], None], shapes: str, complaint: str
) -> None:
    path = spoil(sample / "dcat.jsonld", change)
    report = shacl(path, judges / "dcat-ap-3.0.1" / f"{shapes}.ttl")
    assert "Conforms: False" in report
    assert f"Result Path: {complaint}" in report


# --- CSVW --------------------------------------------------------------------------------------------------


def test_csvw_is_valid(published: Path, site: Path) -> None:
    for folder in (published, site / "downloads"):
        said = judge("judges", "csvwvalidate", "-v", folder / "csvw.json")
        assert said.returncode == 0, said.stdout


def csvw_table(data: Any, name: str) -> Any:
    return next(table for table in data["tables"] if table["url"].endswith(f"/{name}.csv"))["tableSchema"]


def rename_a_column(data: Any) -> None:
    csvw_table(data, "targets")["columns"][1] |= {"name": "other", "titles": "other"}


def mistake_a_type(data: Any) -> None:
    csvw_table(data, "targets")["columns"][0]["datatype"] = "integer"


def refer_elsewhere(data: Any) -> None:
    key = csvw_table(data, "targets")["foreignKeys"][0]
    key["reference"] = {"resource": "package/data/clusters.csv", "columnReference": "cluster_id"}


@pytest.mark.parametrize("change", [rename_a_column, mistake_a_type, refer_elsewhere])
def test_csvw_that_is_wrong_is_refused(sample: Path, change: Callable[[Any], None]) -> None:
    path = spoil(sample / "csvw.json", change)
    assert judge("judges", "csvwvalidate", path).returncode != 0


@pytest.mark.parametrize(("old", "new"), [(",goal,", ",wish,"), (",5000000000,", ",fifty,")])
def test_csvw_binds_the_cells(sample: Path, old: str, new: str) -> None:
    table = sample / "package" / "data" / "targets.csv"
    text = table.read_text("utf-8")
    assert old in text
    table.write_text(text.replace(old, new), "utf-8")
    assert judge("judges", "csvwvalidate", sample / "csvw.json").returncode != 0


# --- schema.org in the pages -------------------------------------------------------------------------------

# Google's recommended properties of a Dataset, but those that nothing here could fill: funder, hasPart and
# isPartOf, includedInDataCatalog, sameAs.
_RECOMMENDED = {
    "alternateName",
    "citation",
    "creator",
    "distribution",
    "identifier",
    "isAccessibleForFree",
    "keywords",
    "license",
    "measurementTechnique",
    "spatialCoverage",
    "temporalCoverage",
    "url",
    "variableMeasured",
    "version",
}


def extract(*pages: Path) -> list[list[dict[str, Any]]]:
    said = judge("judges", "python", _HERE / "extract_metadata.py", *pages)
    assert said.returncode == 0, said.stderr
    found: list[list[dict[str, Any]]] = json.loads(said.stdout)
    return found


def lacking(dataset: dict[str, Any]) -> set[str]:
    """The required and recommended properties that a Dataset lacks or has in another form."""
    missing = {name for name in _RECOMMENDED if not dataset.get(name)}
    if dataset.get("@type") != "Dataset" or "schema.org" not in dataset.get("@context", ""):
        missing.add("@type")
    if not dataset.get("name"):
        missing.add("name")
    if not 50 <= len(dataset.get("description", "")) <= 5000:
        missing.add("description")
    for file in dataset.get("distribution", []):
        if file.get("@type") != "DataDownload" or not file.get("contentUrl"):
            missing.add("distribution.contentUrl")
        if not file.get("encodingFormat"):
            missing.add("distribution.encodingFormat")
    return missing


@pytest.fixture(scope="module")
def home_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with the description of the repository's package at an address of its own."""
    folder = tmp_path_factory.mktemp("home")
    package = read_package(_REPOSITORY)
    address = "https://example.org/clusters/"
    (folder / "downloads").mkdir()
    files = write_downloads(package, folder / "downloads", address)
    whole = [file for file in files if file.format in ("zip", "xlsx", "sqlite")]
    script = describe(package, describe_package(package, address), whole, LANGUAGES[0], address)
    page = folder / "index.html"
    page.write_text(f'<script type="application/ld+json">{script}</script>', "utf-8")
    return page


def test_the_dataset_has_all_that_google_asks_for(home_page: Path) -> None:
    [[dataset]] = extract(home_page)
    assert lacking(dataset) == set()


def test_the_home_pages_have_it_in_both_languages(site: Path) -> None:
    [[chinese], [english]] = extract(site / "index.html", site / "en" / "index.html")
    # The sample has no site of its own, and its documents name no region.
    assert lacking(chinese) <= {"url", "spatialCoverage", "temporalCoverage"}
    assert lacking(english) <= {"url", "spatialCoverage", "temporalCoverage"}
    assert (chinese["name"], english["name"]) == (english["alternateName"], chinese["alternateName"])
    for language, dataset in ((".", chinese), ("en", english)):
        for file in dataset["distribution"]:
            assert (site / language / file["contentUrl"]).is_file()


@pytest.mark.parametrize("name", ["name", "description", "license", "contentUrl"])
def test_a_dataset_that_lacks_something_is_seen(home_page: Path, tmp_path: Path, name: str) -> None:
    page = tmp_path / "index.html"
    page.write_text(home_page.read_text("utf-8").replace(f'"{name}":', '"x":'), "utf-8")
    [[dataset]] = extract(page)
    assert {one.rpartition(".")[2] for one in lacking(dataset)} == {name}


def test_json_that_is_broken_is_not_found(home_page: Path, tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text(home_page.read_text("utf-8").replace('{"@context"', '{"@context', 1), "utf-8")
    assert extract(page) == [[]]


# --- Citation ----------------------------------------------------------------------------------------------


def cff(path: Path) -> tuple[int, str]:
    said = judge("citation-judge", "cffconvert", "--validate", "-i", path)
    return said.returncode, said.stdout + said.stderr


def test_the_citation_files_are_valid(site: Path) -> None:
    for path in (_REPOSITORY / "CITATION.cff", site / "downloads" / "CITATION.cff"):
        code, said = cff(path)
        assert code == 0, said
        assert "valid" in said


@pytest.mark.parametrize(
    ("old", "new"), [("authors:", "writers:"), ("type: dataset", "type: data"), ("CC-BY-4.0", "CC-BY-40")]
)
def test_a_citation_file_that_is_wrong_is_refused(sample: Path, old: str, new: str) -> None:
    path = sample / "CITATION.cff"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    assert cff(path)[0] != 0


def test_the_repository_is_cited_as_its_package_is(published: Path) -> None:
    assert (_REPOSITORY / "CITATION.cff").read_text("utf-8") == (published / "CITATION.cff").read_text(
        "utf-8"
    )


def test_bibtex_keeps_the_type_and_the_version(published: Path) -> None:
    version = read_package(_REPOSITORY).descriptor["version"]
    entry = (published / "citation.bib").read_text("utf-8")
    assert entry.startswith("@dataset{industrial-cluster-policies,\n")
    assert f"  version = {{{version}}},\n" in entry
    assert entry.count("{") == entry.count("}")


# --- A package that says next to nothing of itself ----------------------------------------------------------


def test_the_metadata_of_a_bare_package_are_valid(tmp_path: Path, judges: Path) -> None:
    package = read_package(make_package(tmp_path / "package", version=""))
    (tmp_path / "downloads").mkdir()
    write_downloads(package, tmp_path / "downloads")
    folder = tmp_path / "downloads"
    for shapes in ("shapes", "range"):
        assert "Conforms: True" in shacl(folder / "dcat.jsonld", judges / "dcat-ap-3.0.1" / f"{shapes}.ttl")
    assert judge("judges", "csvwvalidate", folder / "csvw.json").returncode == 0
    said = judge("judges", "python", _HERE / "load_croissant.py", folder / "croissant.json", "facts")
    assert json.loads(said.stdout) == {"facts": [["r-1", 1.0, "a"], ["r-2", 2.0, "a"], ["r-3", 3.0, "b"]]}
    assert cff(folder / "CITATION.cff")[0] == 0
