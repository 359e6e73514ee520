"""The project's own SQL, compiled by dbt and run on a database of the test's making."""
import json
import os
from functools import lru_cache
from pathlib import Path

import duckdb
from dbt.adapters.duckdb.connections import DuckDBConnectionManager
from dbt.cli.main import dbtRunner

ROOT = Path(__file__).parents[2]
AS_OF = "2026-05-01T00:00:00Z"


def _dbt(target: Path, *arguments: str):
    """Runs one dbt command on the project with a target folder and database of its own."""
    os.environ["OUTCOME_METERING_DATABASE"] = str(target / "outcome_metering.duckdb")
    try:
        result = dbtRunner().invoke([
            *arguments, "--quiet", "--project-dir", str(ROOT), "--profiles-dir", str(ROOT),
            "--target-path", str(target), "--vars", json.dumps({"as_of": AS_OF}),
        ])
    finally:
        DuckDBConnectionManager.close_all_connections()
        del os.environ["OUTCOME_METERING_DATABASE"]
    if not result.success:
        raise RuntimeError(f"dbt {arguments}: {result.exception or result.result}")
    return result.result


@lru_cache
def inline(target: Path, jinja: str) -> str:
    """One piece of Jinja as SQL."""
    return _dbt(target, "compile", "--inline", jinja)[0].node.compiled_code


@lru_cache
def model(target: Path, selector: str) -> str:
    """One model as SQL, with the relations that it reads under the database `outcome_metering`."""
    return _dbt(target, "compile", "--select", selector)[0].node.compiled_code


def connect() -> duckdb.DuckDBPyConnection:
    """An empty database named as the project's, in memory."""
    connection = duckdb.connect()
    connection.execute("set TimeZone = 'UTC'")
    connection.execute("attach ':memory:' as outcome_metering")
    connection.execute("use outcome_metering")
    return connection
