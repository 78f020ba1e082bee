"""JSON Lines as another program reads it."""

from db.tables import Column, texts
from tests.exports.samples import jsonl_of, objects, table


def test_values_have_their_types() -> None:
    columns = [*texts("t"), Column("n", "number"), Column("f", "flag"), Column("l", "list")]
    columns += [Column("e", "evidence"), Column("j", "json")]
    row = ("=x\n", 2, 1, '["a"]', '[{"field": "mode", "quote": "q"}]', '{"values": {}}')
    assert objects(table(columns, row, (None, None, 0, "[]", None, None))) == [
        {
            "t": "=x\n",
            "n": 2,
            "f": True,
            "l": ["a"],
            "e": [{"field": "mode", "quote": "q"}],
            "j": {"values": {}},
        },
        {"t": None, "n": None, "f": False, "l": [], "e": None, "j": None},
    ]


def test_accents_are_readable_and_each_row_is_one_line() -> None:
    content = jsonl_of(table(texts("a"), ("José\u2028x\ny",), ("z",)))
    assert content == b'{"a": "Jos\xc3\xa9\\u2028x\\ny"}\n{"a": "z"}\n'


def test_nothing_in_it_can_steer_a_terminal() -> None:
    text = "\x1b[31m \x9b31m \x7f"
    sheet = table(texts("a"), (text,))
    assert jsonl_of(sheet).decode().rstrip("\n").isprintable()
    assert objects(sheet) == [{"a": text}]
