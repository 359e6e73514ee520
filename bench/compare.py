"""Compares the project's public tables with the reference's, all columns of all rows."""
import sys
from pathlib import Path

import duckdb

from run_sql import connect

# The project's table, the reference's table.
TABLES = {
    "stg_product_logs__events": "events",
    "outcomes": "outcomes",
    "outcome_evidence": "outcome_evidence",
    "attributed_outcomes": "attributed_outcomes",
    "rated_outcomes": "rated_outcomes",
    "rated_charges": "rated_charges",
}


def columns(connection: duckdb.DuckDBPyConnection, table: str) -> dict[str, str]:
    """The columns of a table with their types."""
    return {row[0]: row[1] for row in connection.execute(f"describe {table}").fetchall()}


def fingerprint(connection: duckdb.DuckDBPyConnection, table: str, names: str) -> tuple[int, int]:
    """The number of rows and the sum of their hashes: equal for equal rows in any order."""
    query = f"select count(*), sum(hash({names})) from {table}"
    return connection.execute(query).fetchall()[0]


def sample(connection: duckdb.DuckDBPyConnection, left: str, right: str, names: str) -> str:
    """The first rows of the left table that the right one lacks."""
    rows = connection.execute(
        f"select {names} from {left} except all select {names} from {right} limit 5"
    ).fetchall()
    return "\n".join(f"  only in {left}: {row}" for row in rows)


def difference(connection: duckdb.DuckDBPyConnection, ours: str, theirs: str) -> str:
    """What differs between the two tables; empty if nothing does."""
    our_columns, their_columns = columns(connection, ours), columns(connection, theirs)
    if our_columns != their_columns:
        return f"  columns: {sorted(our_columns.items() ^ their_columns.items())}"
    names = ", ".join(our_columns)
    if fingerprint(connection, ours, names) == fingerprint(connection, theirs, names):
        return ""
    return sample(connection, ours, theirs, names) + "\n" + sample(connection, theirs, ours, names)


def compare(project: Path, reference: Path, threads: int) -> dict[str, int]:
    """The rows of each table; stops the bench at the first table that differs."""
    with connect(":memory:", threads) as connection:
        for database in (project, reference):
            # Views name the database that they were made in: a file is attached as its own name.
            connection.execute(f"attach '{database}' as {database.stem} (read_only)")
        counts = {}
        for table, counterpart in TABLES.items():
            ours, theirs = f"{project.stem}.main.{table}", f"{reference.stem}.main.{counterpart}"
            found = difference(connection, ours, theirs)
            if found:
                sys.exit(f"{table} differs from the reference:\n{found}")
            counts[table] = connection.execute(f"select count(*) from {ours}").fetchall()[0][0]
        return counts
