"""The tables of the report, narrowed as the report is."""

import csv
import io
import json
from pathlib import Path
from random import Random

import pytest

from annotator.__main__ import main
from db import readings
from db.codebook import file as codebook_file
from tests.report_samples import code_at_random, study_of

FILTERS = (
    ["--state", "KY"],
    ["--from", "2015-01-01", "--to", "2016-12-31"],
    ["--category", "fraud"],
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("narrowed") / "s.db"
    with study_of(path, codebook_file.default(), releases=80) as study:
        code_at_random(study, readings.choose(study), Random(5))
    return path


def said(capfdbinary: pytest.CaptureFixture[bytes], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stopped:
        main(list(arguments))
    out, err = capfdbinary.readouterr()
    return int(stopped.value.code or 0), out.decode(), err.decode()


@pytest.mark.parametrize("options", FILTERS, ids=lambda options: options[0])
def test_the_tables_are_those_of_the_report(
    path: Path, options: list[str], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    _, text, _ = said(capfdbinary, "report", str(path), "--json", *options)
    report = json.loads(text)
    code, text, err = said(capfdbinary, "export", str(path), "quarters", *options)
    assert (code, err) == (0, "")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["quarter"], int(row["focus"])) for row in rows] == [
        (one["quarter"], one["focus"]) for one in report["quarters"]
    ]
    assert all(row["filter"] for row in rows)
    _, text, _ = said(capfdbinary, "export", str(path), "categories", *options)
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["name"], int(row["cases"])) for row in rows] == [
        (one["name"], one["cases"]) for one in report["categories"]
    ]


def test_without_a_filter_there_is_no_column_of_it(
    path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    _, text, _ = said(capfdbinary, "export", str(path), "quarters")
    assert "filter" not in text.splitlines()[0]


def test_other_tables_are_not_narrowed_and_unknown_names_are_refused(
    path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    code, _, err = said(capfdbinary, "export", str(path), "codes", "--state", "KY")
    assert code == 2 and "quarters and categories" in err
    code, _, err = said(capfdbinary, "export", str(path), "quarters", "--state", "ZZ")
    assert code == 1 and "no state “ZZ”" in err
