"""`python tests/python/conformance.py DIR`: other systems' figures through the project's own SQL.

One build a file. An entry passes, fails, or is out of scope for a reason that is printed.
"""
import json
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import harness
import vectors
import vectors_attribution
import vectors_outcomes
import vectors_pricing
from vectors import Case, OutOfScope

Row = dict[str, Any]
DEFAULT = Path(__file__).parents[1] / "conformance"


@dataclass
class Report:
    """What became of the entries of one file."""
    passed: list[str] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)
    out_of_scope: dict[str, list[str]] = field(default_factory=dict)

    def lines(self, name: str) -> list[str]:
        """The report as people read it."""
        out_of_scope = sum(map(len, self.out_of_scope.values()))
        return [
            f"{name}: {len(self.passed)} passed, {len(self.failed)} failed,"
            f" {out_of_scope} out of scope",
            *(f"  FAILED {entry}: {why}" for entry, why in self.failed.items()),
            *(
                f"  out of scope, {reason} ({len(entries)}): {', '.join(entries)}"
                for reason, entries in sorted(self.out_of_scope.items())
            ),
        ]


def translate(entry: Row) -> dict[str, Case | OutOfScope]:
    """The cases that one entry of any of the formats makes, by id, or why it makes none."""
    if "model" in entry:
        return {entry["id"]: vectors_pricing.translate(entry)}
    if "scenario" in entry:
        raise OutOfScope("revenue recognition: not built yet")
    if entry["method"] == "outcome definition scenario":
        return vectors_outcomes.translate(entry)
    return vectors_attribution.translate(entry)


def attempt(entry: Row) -> dict[str, Case | OutOfScope]:
    """The same, whatever the entry looks like."""
    try:
        return translate(entry)
    except OutOfScope as reason:
        return {entry["id"]: reason}
    except (ArithmeticError, LookupError, TypeError, ValueError) as error:
        return {entry["id"]: OutOfScope(f"a form that isn't known: {error!r}")}


def run(entries: list[Row]) -> Report:
    """Builds all entries at once and compares."""
    report, cases = Report(), []
    for entry in entries:
        for name, case in attempt(entry).items():
            if isinstance(case, OutOfScope):
                report.out_of_scope.setdefault(str(case), []).append(name)
            else:
                cases.append(case)
    if not cases:
        return report
    with tempfile.TemporaryDirectory() as folder:
        project = vectors.project(Path(folder), cases)
        try:
            project.build()
        except harness.DataTestsFailed as failure:
            report.failed["the build"] = str(failure)
        answers = vectors.answers(project)
    for case in cases:
        failures = [why for check in case.checks if (why := check.fails(answers))]
        if failures:
            report.failed[case.id] = "; ".join(failures)
        else:
            report.passed.append(case.id)
    return report


def main(folder: Path) -> int:
    """Runs every file of a folder; 1 if anything failed."""
    files = sorted(folder.glob("*.json"))
    reports = {path.name: run(json.loads(path.read_text())) for path in files}
    for name, report in reports.items():
        print("\n".join(report.lines(name)))
    return int(any(report.failed for report in reports.values()))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT))
