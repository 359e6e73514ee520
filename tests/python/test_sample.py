"""The shipped sample against what its README says must come of each of its cases.

tests/sample/expect_*.csv say it row by row: an empty cell promises nothing, `null` is null, and
`none` stands for no such row; `as_of` is the README's unless another is named.
"""
import json
import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any, Callable
from unittest import mock

import duckdb
import harness
import pytest
from dbt.adapters.duckdb.connections import DuckDBConnectionManager
from dbt.cli.main import dbtRunner

ROOT = harness.PACKAGE
SAMPLE = ROOT / "seeds" / "sample"
EXPECTED = ROOT / "tests" / "sample"
AS_OF = "2026-05-01T00:00:00Z"
# Shares have 12 digits: a third is one of the two nearest.
SHARE_UNIT = Fraction(1, 10**12)

Row = dict[str, Any]
# as_of, table, and the values that select rows of it
Place = tuple[str, str, tuple[tuple[str, Any], ...]]

INTAKE = """
    with arrivals as (
        select
            event_id, event_source, event_type, subject, 'accepted' as status,
            null as rejection_reason, null as has_differing_body, received_at
        from stg_product_logs__events
        union all
        select
            event_id, event_source, event_type, subject, 'duplicate', null, has_differing_body,
            received_at
        from duplicate_events
        union all
        select
            event_id, event_source, raw_text ->> '$.type', raw_text ->> '$.subject', 'quarantined',
            rejection_reason, null, received_at
        from quarantined_events
        union all
        select
            id, source, type, subject, 'unknown', null, null,
            cast(try_cast(received_at as timestamptz) as timestamp)
        from main_product_logs.events
        where try_cast(received_at as timestamptz) > cast(getvariable('as_of') as timestamptz)
    )
    select
        arrivals.*,
        exists (
            from outcome_evidence as evidence
            where
                evidence.event_id = arrivals.event_id
                and evidence.event_source = arrivals.event_source
        ) as is_evidence
    from arrivals
"""

LOG = f"""
    with intake as ({INTAKE})
    select status as arrivals, count(*) as rows_count
    from intake
    group by status
    union all
    select 'duplicate with a differing body', count(*) from intake where has_differing_body
    union all
    select 'in the log', count(*) from main_product_logs.events
"""

SHARES = """
    select outcomes.subject, outcomes.definition_version, shares.*
    from attributed_outcomes as shares
    inner join outcomes using (outcome_id)
"""

RATED = """
    with periods as (
        select distinct
            contract_id, price_id, period_start_at,
            period_start_at at time zone 'UTC' at time zone time_zone as starts,
            period_end_at at time zone 'UTC' at time zone time_zone as ends
        from rated_charges
        inner join main_catalog.contracts using (contract_id)
    ),
    policies as (
        select distinct outcome_id, attribution_policy_id from attributed_outcomes
    )
    select
        outcomes.subject, rated.*, attribution_policy_id,
        case
            when starts = date_trunc('month', starts) and ends = starts + interval 1 month
                then strftime(starts, '%Y-%m')
            when starts = date_trunc('quarter', starts) and ends = starts + interval 3 months
                then year(starts) || '-Q' || quarter(starts)
            else starts || ' to ' || ends
        end as period
    from rated_outcomes as rated
    inner join outcomes using (outcome_id)
    left join policies using (outcome_id)
    left join periods
        on
            rated.contract_id = periods.contract_id
            and rated.price_id = periods.price_id
            and rated.period_start_at = periods.period_start_at
"""

# For each expectation file: the columns that say which rows it means, and the rows.
TABLES = {
    "log": (["arrivals"], LOG),
    "intake": (["event_id", "subject", "event_type"], INTAKE),
    "outcomes": (["subject", "definition_version"], "from outcomes"),
    "shares": (["subject", "definition_version", "contributor_id"], SHARES),
    "rated": (["subject", "definition_version"], RATED),
}


def instant(text: str) -> datetime:
    """A UTC time as DuckDB gives it."""
    return datetime.fromisoformat(text).replace(tzinfo=None)


READERS: dict[str, Callable[[str], Any]] = {
    **dict.fromkeys(["definition_version", "touches_count", "rows_count"], int),
    **dict.fromkeys(["value_amount", "billable_quantity"], Decimal),
    **dict.fromkeys(["settled_at", "reversed_at", "received_at"], instant),
    **dict.fromkeys(["has_differing_body", "is_evidence", "is_vendor"], json.loads),
    "share": Fraction,
}


def read(column: str, text: str) -> Any:
    """The value in a cell of an expectation file."""
    return None if text == "null" else READERS.get(column, str)(text)


def readme_cases() -> list[str]:
    """The cases in the README's table, in its order."""
    lines = (SAMPLE / "README.md").read_text(encoding="utf-8").splitlines()
    rows = [re.split(r"(?<!\\)\|", line)[1].strip() for line in lines if line.startswith("|")]
    return rows[2:]


@lru_cache
def expected_rows() -> list[tuple[str, Row]]:
    """Each row of the expectation files with the table that it is about."""
    return [
        (table, row) for table in TABLES
        for row in harness.read_csv(EXPECTED / f"expect_{table}.csv")
    ]


def promises(case: str) -> dict[Place, list[Row]]:
    """What a case promises: the rows at each place, maybe none."""
    found = defaultdict(list)
    for table, row in expected_rows():
        if row["case"] != case:
            continue
        cells = {
            column: read(column, text) for column, text in row.items()
            if text and column not in ("case", "as_of")
        }
        selectors, _ = TABLES[table]
        selected = tuple((column, cells.pop(column)) for column in selectors if column in cells)
        rows = found[row["as_of"] or AS_OF, table, selected]
        if "none" not in cells.values():
            rows.append(cells)
    return found


def dbt(database: Path, as_of: str, *command: str) -> None:
    """Runs one dbt command on the project with a database and a target folder beside it."""
    folders = [
        "--project-dir", ROOT, "--profiles-dir", ROOT, "--target-path", database.parent / "target",
        "--log-path", database.parent / "logs",
    ]
    with mock.patch.dict(os.environ, {"OUTCOME_METERING_DATABASE": str(database)}):
        result = dbtRunner().invoke([
            *command, *map(str, folders), "--log-level", "none",
            "--vars", json.dumps({"as_of": as_of}),
        ])
        DuckDBConnectionManager.close_all_connections()
    assert result.success, (command, as_of, result.exception or result.result)


def tables(database: Path, as_of: str) -> dict[str, list[Row]]:
    """The rows of each table of a built database."""
    with duckdb.connect(str(database), read_only=True) as connection:
        connection.execute("set TimeZone = 'UTC'")
        connection.execute(f"set variable as_of = '{as_of}'")
        found = {}
        for table, (_, sql) in TABLES.items():
            cursor = connection.execute(sql)
            names = [column[0] for column in cursor.description]
            found[table] = [dict(zip(names, values)) for values in cursor.fetchall()]
        return found


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> dict[str, dict[str, list[Row]]]:
    """The tables of the sample at each `as_of` that the expectations name."""
    seeded = tmp_path_factory.mktemp("seeded") / "outcome_metering.duckdb"
    dbt(seeded, AS_OF, "seed")
    found = {}
    for as_of in sorted({row["as_of"] or AS_OF for _, row in expected_rows()}):
        database = tmp_path_factory.mktemp("as_of") / seeded.name
        shutil.copy(seeded, database)
        dbt(database, as_of, "run")
        found[as_of] = tables(database, as_of)
    return found


def agrees(expected: Any, actual: Any) -> bool:
    """Whether a value is as promised, a share to its last digit."""
    if isinstance(expected, Fraction) and actual is not None:
        return abs(Fraction(actual) - expected) < SHARE_UNIT
    return expected == actual


def differences(expected: Row, actual: Row) -> list[str]:
    """Each column of a row that isn't as promised."""
    return [
        f"{column}: expected {value}, found {actual[column]}"
        for column, value in expected.items() if not agrees(value, actual[column])
    ]


def compare(expected: list[Row], actual: list[Row]) -> list[str]:
    """What differs between rows in any order, each promised one set against the most alike."""
    left = list(actual)
    found = []
    for row in expected:
        if not left:
            found.append(f"expected a row {row}, found none")
            continue
        nearest = min(left, key=lambda other: len(differences(row, other)))
        left.remove(nearest)
        found += differences(row, nearest)
    return found + [f"expected no further row, found {row}" for row in left]


@pytest.mark.parametrize("case", readme_cases())
def test_a_case_comes_out_as_the_readme_says(case, sample):
    problems = []
    for (as_of, table, selected), expected in promises(case).items():
        actual = [
            row for row in sample[as_of][table]
            if all(row[column] == value for column, value in selected)
        ]
        place = ", ".join(f"{column} {value}" for column, value in selected)
        problems += [
            f"{case} (as_of {as_of}): {table} of {place}: {problem}"
            for problem in compare(expected, actual)
        ]
    assert not problems, "\n".join(problems)


def test_each_case_of_the_readme_has_expectations():
    listed = readme_cases()
    assert set(listed) == {row["case"] for _, row in expected_rows()}
    assert len(set(listed)) == len(listed)


def test_the_log_is_generated_byte_for_byte(tmp_path):
    generator = shutil.copy(SAMPLE / "make_raw_events.py", tmp_path)
    subprocess.run([sys.executable, generator], check=True)
    assert (tmp_path / "raw_events.csv").read_bytes() == (SAMPLE / "raw_events.csv").read_bytes()
