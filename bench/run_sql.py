"""Runs a SQL script in DuckDB with the settings of the bench; prints the seconds of each stage.

A stage begins at a line `-- stage: <name>`; what comes before the first one belongs to it.
"""
import argparse
import json
import re
import time
from pathlib import Path

import duckdb

CONFIG = {"storage_compatibility_version": "v1.2.0"}
SETTINGS = {"TimeZone": "UTC", "preserve_insertion_order": False}


def connect(database: str, threads: int) -> duckdb.DuckDBPyConnection:
    """A connection with the settings that the project's profile has."""
    connection = duckdb.connect(database, config=CONFIG)
    for name, value in {**SETTINGS, "threads": threads}.items():
        connection.execute(f"set {name} = '{value}'")
    return connection


def stages(script: str) -> dict[str, str]:
    """The script's stages by name, in order; one stage named `all` if it names none."""
    opening, *rest = re.split(r"^-- stage: (\w+)$", script, flags=re.M)
    named = dict(zip(rest[::2], rest[1::2])) or {"all": ""}
    first = next(iter(named))
    return {**named, first: opening + named[first]}


def run(script: str, database: str, threads: int, variables: dict[str, str]) -> dict[str, float]:
    """Runs the script; gives the seconds of each stage."""
    connection = connect(database, threads)
    for name, value in variables.items():
        connection.execute(f"set variable {name} = '{value}'")
    seconds = {}
    for stage, sql in stages(script).items():
        started = time.perf_counter()
        connection.execute(sql)
        seconds[stage] = time.perf_counter() - started
    connection.close()
    return seconds


def main() -> None:
    """Reads the arguments; prints the seconds as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("script", type=Path)
    parser.add_argument("--database", default=":memory:")
    parser.add_argument("--threads", type=int, required=True)
    parser.add_argument("--set", nargs="*", default=[], metavar="NAME=VALUE", dest="variables")
    arguments = parser.parse_args()
    variables = dict(pair.split("=", 1) for pair in arguments.variables)
    script = arguments.script.read_text()
    print(json.dumps(run(script, arguments.database, arguments.threads, variables)))


if __name__ == "__main__":
    main()
