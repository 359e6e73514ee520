"""Runs dbt commands of the bench's project and reads what they took, node by node.

Nodes run side by side, so stages may add up to more than the total, which is first start to last end.
"""
import json
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from measure import Measured, measure

DBT = Path(sys.executable).parent / "dbt"


@dataclass(frozen=True)
class DbtRun:
    """One dbt command: what its process took, and its nodes."""

    process: Measured
    total_seconds: float
    stage_seconds: dict[str, float]

    @property
    def startup_seconds(self) -> float:
        """Before the first node starts and after the last one ends."""
        return self.process.seconds - self.total_seconds


def stage_of(fully_qualified_name: list[str]) -> str:
    """The stage folder of a node; catalog tables are a stage of their own."""
    return "catalog" if "catalog" in fully_qualified_name else fully_qualified_name[1]


def instant(text: str) -> datetime:
    """An instant as dbt writes it."""
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def read_run(target: Path, process: Measured) -> DbtRun:
    """The seconds of the models or tests that the last command ran."""
    results = json.loads((target / "run_results.json").read_text())["results"]
    nodes = json.loads((target / "manifest.json").read_text())["nodes"]
    ran = [result for result in results if result["unique_id"].startswith(("model.", "test."))]
    timings = [timing for result in ran for timing in result["timing"]]
    total = max(instant(timing["completed_at"]) for timing in timings) - min(
        instant(timing["started_at"]) for timing in timings
    )
    stage_seconds: dict[str, float] = {}
    for result in ran:
        stage = stage_of(nodes[result["unique_id"]]["fqn"])
        stage_seconds[stage] = stage_seconds.get(stage, 0) + result["execution_time"]
    return DbtRun(process, total.total_seconds(), stage_seconds)


def run_dbt(command: list[str], environment: dict[str, str]) -> DbtRun:
    """Runs one dbt command in a process of its own."""
    log = Path(environment["DBT_LOG_PATH"]) / f"{command[0]}.log"
    process = measure([str(DBT), "--quiet", *command], log, environment)
    return read_run(Path(environment["DBT_TARGET_PATH"]), process)
