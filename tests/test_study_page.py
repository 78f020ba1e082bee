"""The page on the study file names every table, and its queries work."""

import re
import sqlite3
from pathlib import Path

import pytest

from db.coding import Coding

PAGE = (Path(__file__).parents[1] / "docs" / "study.md").read_text(encoding="utf-8")
BLOCKS = {
    language: re.search(rf"^```{language}\n(.*?)^```$", PAGE, re.M | re.S)
    for language in ("sql", "python")
}


def queries() -> list[str]:
    found = BLOCKS["sql"]
    assert found
    return [query.strip() for query in found[1].split(";") if query.strip()]


def test_every_table_of_a_study_is_on_the_page(coding: Coding) -> None:
    names = coding.study.connection.execute(
        "select name from sqlite_master where type in ('table', 'view')"
        " and name not like 'sqlite_%'"
    )
    missing = [row["name"] for row in names if f"`{row['name']}`" not in PAGE]
    assert missing == []


@pytest.mark.parametrize("query", queries())
def test_every_query_on_the_page_finds_something(coding: Coding, query: str) -> None:
    coding.code(1, "category", "fraud")
    coding.code(1, "origin", "ongoing")
    assert coding.study.connection.execute(query).fetchall()


def test_the_python_on_the_page_works(coding: Coding, monkeypatch: pytest.MonkeyPatch) -> None:
    found = BLOCKS["python"]
    assert found
    monkeypatch.chdir(coding.study.path.parent)
    names: dict[str, object] = {}
    exec(found[1], names)
    assert isinstance(names["rows"], list) and len(names["rows"]) == 5
    study = names["study"]
    assert isinstance(study, sqlite3.Connection)
    study.close()
