"""The bench's one table."""
from dataclasses import dataclass

from dbt_run import DbtRun
from measure import Measured

STAGES = ["staging", "outcomes", "attribution", "rating"]


@dataclass(frozen=True)
class Findings:
    """All that one bench measured."""

    heading: str
    events_count: int
    build: DbtRun
    tests: DbtRun
    reference: Measured
    reference_seconds: dict[str, float]
    floor_seconds: float
    project_mb: float
    reference_mb: float
    equal_rows: dict[str, int]


def ratio(ours: float, theirs: float) -> str:
    """Ours in terms of theirs."""
    return f"{ours / theirs:.2f}"


def row(label: str, ours: str, theirs: str = "", in_terms: str = "") -> str:
    """One line of the table."""
    return f"{label:<34}{ours:>12}{theirs:>12}{in_terms:>10}"


def seconds_row(label: str, ours: float, theirs: float | None = None) -> str:
    """One line of seconds, with their ratio if the reference has the same."""
    if theirs is None:
        return row(label, f"{ours:.2f}")
    return row(label, f"{ours:.2f}", f"{theirs:.2f}", ratio(ours, theirs))


def table(findings: Findings) -> str:
    """The findings as text."""
    ours, theirs = findings.build, findings.reference_seconds
    reference_total = sum(theirs.values())
    others = [stage for stage in ours.stage_seconds if stage not in STAGES]
    return "\n".join([
        findings.heading,
        "",
        row("seconds", "project", "reference", "ratio"),
        *(seconds_row(f"  {stage}", ours.stage_seconds.get(stage, 0), theirs[stage]) for stage in STAGES),
        *(seconds_row(f"  {stage}", ours.stage_seconds[stage]) for stage in others),
        seconds_row("total", ours.total_seconds, reference_total),
        row(
            "start-up and end",
            f"{ours.startup_seconds:.2f}",
            f"{findings.reference.seconds - reference_total:.2f}",
        ),
        seconds_row("data tests, total", findings.tests.total_seconds),
        seconds_row("data tests, start-up and end", findings.tests.startup_seconds),
        seconds_row("processor, whole process", ours.process.cpu_seconds, findings.reference.cpu_seconds),
        row(
            "raw events per second",
            f"{findings.events_count / ours.total_seconds:,.0f}",
            f"{findings.events_count / reference_total:,.0f}",
        ),
        row("peak memory, MB", f"{ours.process.peak_mb:,.0f}", f"{findings.reference.peak_mb:,.0f}"),
        row("file, MB", f"{findings.project_mb:,.0f}", f"{findings.reference_mb:,.0f}"),
        "",
        row("floor: scan and hash the log", f"{findings.floor_seconds:.2f}"),
        row("total / reference", ratio(ours.total_seconds, reference_total)),
        row("total / floor", ratio(ours.total_seconds, findings.floor_seconds)),
        "",
        "equal to the reference, all columns of all rows:",
        *(row(f"  {name}", f"{count:,}") for name, count in findings.equal_rows.items()),
    ])
