"""Measures a build from an empty file against a hand-written script; see README.md."""
import argparse
import json
import os
import shutil
import sys
from importlib.metadata import version
from pathlib import Path

from compare import compare
from dbt_run import DBT, DbtRun, run_dbt
from measure import Measured, measure
from report import Findings, table

BENCH = Path(__file__).resolve().parent
WORK = BENCH.parent / "build" / "bench"
CATALOG = WORK / "catalog"
TARGET = WORK / "target"
PROJECT_FILE = WORK / "project.duckdb"
REFERENCE_FILE = WORK / "reference.duckdb"
AS_OF = "2026-05-01T00:00:00Z"


def run_script(script: str, threads: int, *options: str) -> tuple[Measured, dict[str, float]]:
    """Runs a SQL script in a process of its own; gives what it took and its stages' seconds."""
    command = [sys.executable, str(BENCH / "run_sql.py"), str(BENCH / script), "--threads", str(threads)]
    process = measure([*command, *options], WORK / "logs" / f"{Path(script).stem}.log")
    return process, json.loads(process.output)


def write_inputs(events_count: int, threads: int) -> Path:
    """Writes the log, if there is none of that size yet, and the catalog; gives the log."""
    CATALOG.mkdir(parents=True, exist_ok=True)
    run_script("inputs/catalog.sql", threads, "--set", f"catalog_folder={CATALOG}")
    log = WORK / f"log_{events_count}.parquet"
    if not log.exists():
        part = log.with_suffix(".part")
        run_script("inputs/log.sql", threads, "--set", f"events_count={events_count}", f"log_file={part}")
        part.rename(log)
    return log


def remove_database(database: Path) -> None:
    """A build begins from an empty file."""
    for path in (database, database.with_suffix(".duckdb.wal")):
        path.unlink(missing_ok=True)


def dbt_environment(log: Path, threads: int) -> dict[str, str]:
    """What project/ reads from its environment."""
    project = str(BENCH / "project")
    return {
        "BENCH_AS_OF": AS_OF,
        "BENCH_CATALOG": str(CATALOG),
        "BENCH_DATABASE": str(PROJECT_FILE),
        "BENCH_LOG": str(log),
        "BENCH_THREADS": str(threads),
        "DBT_PROJECT_DIR": project,
        "DBT_PROFILES_DIR": project,
        "DBT_TARGET_PATH": str(TARGET),
        "DBT_LOG_PATH": str(WORK / "logs"),
    }


def build_project(environment: dict[str, str]) -> DbtRun:
    """Builds all models in an empty file; dbt parses the project anew each time."""
    remove_database(PROJECT_FILE)
    shutil.rmtree(TARGET, ignore_errors=True)
    return run_dbt(["run"], environment)


def run_reference(log: Path, threads: int) -> tuple[Measured, dict[str, float]]:
    """Runs the reference in an empty file."""
    remove_database(REFERENCE_FILE)
    return run_script(
        "reference.sql", threads, "--database", str(REFERENCE_FILE),
        "--set", f"log_file={log}", f"catalog_folder={CATALOG}", f"as_of={AS_OF}",
    )


def bench(events_count: int, threads: int, repeats: int) -> Findings:
    """Measures everything; of repeated runs the fastest counts, for the project and the reference."""
    log = write_inputs(events_count, threads)
    environment = dbt_environment(log, threads)
    measure([str(DBT), "--quiet", "deps"], WORK / "logs" / "deps.log", environment)
    floors, builds, references = [], [], []
    for _ in range(repeats):
        floors.append(run_script("floor.sql", threads, "--set", f"log_file={log}")[1]["floor"])
        builds.append(build_project(environment))
        references.append(run_reference(log, threads))
    reference, reference_seconds = min(references, key=lambda run: sum(run[1].values()))
    return Findings(
        heading=f"{events_count:,} raw events, {threads} threads, {os.cpu_count()} processors, "
        f"DuckDB {version('duckdb')}, dbt {version('dbt-core')}, best of {repeats}",
        events_count=events_count,
        build=min(builds, key=lambda run: run.total_seconds),
        tests=run_dbt(["test", "--exclude-resource-type", "unit_test"], environment),
        reference=reference,
        reference_seconds=reference_seconds,
        floor_seconds=min(floors),
        project_mb=PROJECT_FILE.stat().st_size / 1e6,
        reference_mb=REFERENCE_FILE.stat().st_size / 1e6,
        equal_rows=compare(PROJECT_FILE, REFERENCE_FILE, threads),
    )


def main() -> None:
    """Reads the arguments; prints the table and keeps a copy of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=2_000_000, help="rows of the raw log")
    parser.add_argument("--threads", type=int, default=2, help="of DuckDB, and of dbt")
    parser.add_argument("--repeat", type=int, default=1, help="runs of each; the fastest counts")
    arguments = parser.parse_args()
    report = table(bench(arguments.events, arguments.threads, arguments.repeat))
    (WORK / "report.txt").write_text(report + "\n")
    print(report)


if __name__ == "__main__":
    main()
