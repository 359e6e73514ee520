"""The same events and `as_of` give the same public tables, however the log arrives and is read."""
import csv
import json
import random
from pathlib import Path

import duckdb
import harness
import pytest

SAMPLE = harness.PACKAGE / "seeds" / "sample" / "raw_events.csv"
AS_OF = "2026-05-01T00:00:00Z"
# Enough rows for DuckDB to share a scan out among threads.
COPIES = 30
# A refused event is kept as it came: a line of JSON Lines, or columns. All else is the same.
AS_IT_CAME = {"quarantined_events": "raw_text"}

Digests = dict[str, tuple[int, int]]


def build(folder: Path, events: Path, threads: int = 2) -> harness.Project:
    """The sample catalog over a log."""
    catalog = {path.stem: harness.read_csv(path) for path in harness.CATALOG.glob("*.csv")}
    project = harness.Project(
        folder, catalog=catalog, events=events, as_of=AS_OF, threads=threads
    )
    project.build()
    return project


def digests(project: harness.Project, without: dict[str, str] | None = None) -> Digests:
    """Rows and the sum of their hashes for each public table, but for a column each."""
    found = {}
    for model in project.public_models():
        left_out = f"exclude ({without[model]})" if without and model in without else ""
        (row,) = project.query(
            f"select count(*) as rows_count, sum(cast(hash(kept) as hugeint)) as hashes"
            f" from (select * {left_out} from {model}) as kept"
        )
        found[model] = (row["rows_count"], row["hashes"])
    return found


@pytest.fixture(scope="module")
def shipped(tmp_path_factory) -> harness.Project:
    """The sample log as it is shipped."""
    return build(tmp_path_factory.mktemp("shipped"), SAMPLE)


def shuffled() -> list[harness.Row]:
    """The sample log in another order of arrival, the same on every run."""
    rows = harness.read_csv(SAMPLE)
    random.Random(1).shuffle(rows)
    return rows


def json_line(row: harness.Row) -> str:
    """One event as a line, its data as the very JSON it is, or as text if it is none."""
    data = row["data"]
    try:
        json.loads(data)
    except ValueError:
        data = json.dumps(data or None)
    rest = json.dumps({key: value for key, value in row.items() if key != "data"})
    return f'{rest.removesuffix("}")}, "data": {data}}}\n'


def test_the_sample_reaches_every_public_table(shipped):
    found = digests(shipped)
    assert len(found) >= 8
    assert all(rows_count for rows_count, _ in found.values())


def test_the_order_of_arrival_changes_nothing(shipped, tmp_path):
    rows = shuffled()
    log = tmp_path / "log.csv"
    with log.open("w", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    assert digests(build(tmp_path / "project", log)) == digests(shipped)


def test_shuffled_and_split_json_lines_give_the_same(shipped, tmp_path):
    rows = shuffled()
    for number in range(3):
        part = tmp_path / f"log-{number}.jsonl"
        part.write_text("".join(json_line(row) for row in rows[number::3]))
    others = build(tmp_path / "project", tmp_path / "log-*.jsonl")
    assert digests(others, AS_IT_CAME) == digests(shipped, AS_IT_CAME)


def test_parquet_gives_the_same(shipped, tmp_path):
    log = tmp_path / "log.parquet"
    duckdb.execute(f"copy (from read_csv('{SAMPLE}', all_varchar = true)) to '{log}'")
    assert digests(build(tmp_path / "project", log)) == digests(shipped)


def test_one_thread_and_two_give_the_same(tmp_path):
    log = tmp_path / "log.parquet"
    duckdb.execute(f"""
        copy (
            select * replace (id || '/' || copy as id, subject || '/' || copy as subject)
            from read_csv('{SAMPLE}', all_varchar = true)
            cross join range({COPIES}) as copies (copy)
        ) to '{log}' (row_group_size 20000)
    """)
    one, two = (build(tmp_path / str(threads), log, threads) for threads in (1, 2))
    assert digests(one) == digests(two)


def test_another_event_is_seen(shipped, tmp_path):
    log = tmp_path / "log.parquet"
    duckdb.execute(f"""
        copy (
            from read_csv('{SAMPLE}', all_varchar = true)
            where id <> 'case-late-win-3'
        ) to '{log}'
    """)
    found, others = digests(shipped), digests(build(tmp_path / "project", log))
    changed = {model for model in found if found[model] != others[model]}
    assert {"stg_product_logs__events", "outcomes", "rated_charges"} <= changed
