"""A throw-away dbt project that installs the package: give it a catalog and a log, build, read.

    project = Project(folder, catalog={"accounts": [...], ...}, events=[...], as_of="2026-05-01")
    project.build()
    project.rows("rated_charges")
"""
import csv
import json
import os
from pathlib import Path
from typing import Any, Iterable, Mapping
from unittest import mock

import duckdb
import yaml
from dbt.adapters.duckdb.connections import DuckDBConnectionManager
from dbt.cli.main import dbtRunner

PACKAGE = Path(__file__).parents[2]
CATALOG = PACKAGE / "seeds" / "catalog"
LOG_FORMATS = {".csv": "table", ".parquet": "parquet", ".jsonl": "json_lines"}

Row = dict[str, Any]


def read_csv(path: Path) -> list[Row]:
    """The rows of a CSV, all text."""
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


class BuildFailed(Exception):
    """A build that dbt didn't finish, with the nodes that failed and why."""


class DataTestsFailed(BuildFailed):
    """A build that wrote every table, with the data tests that failed."""


class Project:
    """One folder with a dbt project, its seeds, its log and its database."""

    def __init__(
        self,
        folder: Path,
        *,
        catalog: Mapping[str, Iterable[Row]],
        events: Iterable[Row] | Path,
        as_of: str,
        outcome_models: list[str] | None = None,
        definitions: Mapping[str, str] | None = None,
        variables: Row | None = None,
        threads: int = 2,
        package: Path = PACKAGE,
    ):
        """`events` is rows, or a file or glob of a log; `definitions` is SQL by model name."""
        self.folder = folder
        self.database = folder / "outcome_metering.duckdb"
        self.threads = threads
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "dbt_project.yml").write_text(
            yaml.safe_dump(_project(bool(definitions), outcome_models, variables))
        )
        (folder / "packages.yml").write_text(
            yaml.safe_dump({"packages": [{"local": str(package)}]})
        )
        (folder / "profiles.yml").write_text((package / "profiles.yml").read_text())
        for source in sorted((package / "seeds" / "catalog").glob("*.csv")):
            _write_seed(source, folder / "seeds" / source.name, catalog.get(source.stem))
        for name, sql in (definitions or {}).items():
            _write(folder / "models" / f"{name}.sql", sql)
        if not isinstance(events, Path):
            _write(folder / "events.jsonl", "".join(json.dumps(row) + "\n" for row in events))
            events = folder / "events.jsonl"
        if events.suffix == ".csv":
            _load_log(self.database, events)
        self.variables = {"as_of": as_of, **_log(events)}

    def build(self, *arguments: str) -> None:
        """Installs the package and runs `dbt build`; raises BuildFailed unless all went well."""
        self.dbt("deps")
        self.dbt("build", *arguments)

    def dbt(self, *command: str) -> None:
        """Runs one dbt command in this process and lets go of the database."""
        environment = {
            "OUTCOME_METERING_DATABASE": str(self.database),
            "OUTCOME_METERING_THREADS": str(self.threads),
        }
        folders = ["--project-dir", str(self.folder), "--profiles-dir", str(self.folder)]
        logs = ["--log-path", str(self.folder / "logs"), "--log-level", "none"]
        with mock.patch.dict(os.environ, environment):
            result = dbtRunner().invoke(
                [*command, *folders, *logs, "--vars", json.dumps(self.variables)]
            )
            DuckDBConnectionManager.close_all_connections()
        if not result.success:
            raise _failure(result)

    def rows(self, model: str, columns: Iterable[str] = ("*",)) -> list[Row]:
        """The rows of a model, sorted by all the columns asked for."""
        return self.query(f"select {', '.join(columns)} from {model} order by all")

    def public_models(self) -> list[str]:
        """The package's public models, as its properties declare them."""
        manifest = json.loads((self.folder / "target" / "manifest.json").read_text())
        return sorted(
            node["name"] for node in manifest["nodes"].values()
            if node["package_name"] == "outcome_metering" and node.get("access") == "public"
        )

    def query(self, sql: str) -> list[Row]:
        """The rows of a query on the built database."""
        with duckdb.connect(str(self.database), read_only=True) as connection:
            connection.execute("set TimeZone = 'UTC'")
            cursor = connection.execute(sql)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, values)) for values in cursor.fetchall()]


def _project(
    has_definitions: bool, outcome_models: list[str] | None, variables: Row | None
) -> Row:
    """The root project: the package without its own seeds and, if others are given, definitions."""
    package: Row = {"use_sample_log": False, **(variables or {})}
    if outcome_models:
        package["outcome_models"] = outcome_models
    models = {"outcomes": {"definitions": {"+enabled": not has_definitions}}}
    return {
        "name": "throw_away",
        "version": "0.1.0",
        "profile": "outcome_metering",
        "flags": {
            "require_generic_test_arguments_property": True,
            "require_ref_searches_node_package_before_root": True,
            "send_anonymous_usage_stats": False,
        },
        "vars": {"outcome_metering": package},
        "models": {"throw_away": {"+materialized": "view"}, "outcome_metering": models},
        "unit_tests": {"outcome_metering": {"+enabled": False}},
        "seeds": {
            "throw_away": {"+schema": "catalog"},
            "outcome_metering": {"catalog": {"+enabled": False}},
        },
    }


def _log(events: Path) -> Row:
    """The vars that say where the log is."""
    log_format = LOG_FORMATS[events.suffix]
    if log_format == "table":
        return {"product_logs_format": log_format, "product_logs_schema": "product_logs"}
    return {"product_logs_format": log_format, "product_logs_location": str(events)}


def _load_log(database: Path, events: Path) -> None:
    """Puts a CSV log into the table product_logs.events, all columns text."""
    with duckdb.connect(str(database)) as connection:
        connection.execute("create or replace schema product_logs")
        connection.execute(
            "create table product_logs.events as"
            f" from read_csv('{events}', all_varchar = true, header = true)"
        )


def _write_seed(source: Path, target: Path, rows: Iterable[Row] | None) -> None:
    """Rows under the header of the package's seed; currencies default to the package's own."""
    if rows is None and source.stem == "currencies":
        _write(target, source.read_text())
        return
    header = source.read_text().splitlines()[0].split(",")
    target.parent.mkdir(exist_ok=True)
    with target.open("w", newline="") as file:
        writer = csv.DictWriter(file, header)
        writer.writeheader()
        writer.writerows(rows or [])


def _write(path: Path, text: str) -> None:
    """Writes a file, making its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def _failure(result: Any) -> BuildFailed:
    """What went wrong in a dbt command, one line a node."""
    if result.exception:
        return BuildFailed(str(result.exception))
    failed = [node for node in result.result if node.status in ("error", "fail")]
    text = "\n".join(f"{node.node.name}: {node.message}" for node in failed)
    is_finished = not any(node.status in ("error", "skipped") for node in result.result)
    return DataTestsFailed(text) if is_finished else BuildFailed(text)
