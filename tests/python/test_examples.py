"""The two example projects, on the real logs where they are at hand."""
import os
from pathlib import Path

import project_copy
import pytest

LOGS = Path(os.environ.get("OUTCOME_METERING_LOGS", project_copy.ROOT.parent / "shared" / "data"))
INCIDENTS = LOGS / "servicenow_incidents" / "incident_event_log.zip"
CONVERSATIONS = LOGS / "support_conversations" / "events.jsonl"


def example(tmp_path: Path, name: str) -> Path:
    """The folder of an example in a copy of the project."""
    return project_copy.copy_project(tmp_path / "project") / "examples" / name


def succeed(folder: Path, *command: str, **environment: str) -> str:
    """What a command printed, which must succeed."""
    code, output = project_copy.run(folder, *command, **environment)
    assert code == 0, output
    return output


@pytest.mark.skipif(not INCIDENTS.exists(), reason=f"the real log isn't at {INCIDENTS}")
def test_incidents_are_counted_as_known(tmp_path):
    folder = example(tmp_path, "servicenow_incidents")
    succeed(folder, "python", "prepare_log.py", str(INCIDENTS))
    succeed(folder, "dbt", "--quiet", "deps")
    succeed(folder, "dbt", "--quiet", "build")
    counts = succeed(folder, "dbt", "--quiet", "show", "--select", "incident_counts")
    assert [cell.strip() for cell in counts.splitlines()[2].split("|")[1:4]] == [
        "24918", "24905", "15736"
    ]


@pytest.mark.skipif(not CONVERSATIONS.exists(), reason=f"the real log isn't at {CONVERSATIONS}")
def test_three_definitions_bill_as_known(tmp_path):
    folder = example(tmp_path, "support_conversations")
    log = {"SUPPORT_CONVERSATIONS_LOG": str(CONVERSATIONS)}
    succeed(folder, "dbt", "--quiet", "deps")
    succeed(folder, "dbt", "--quiet", "build", **log)
    bills = succeed(folder, "dbt", "--quiet", "show", "--select", "definitions_compared", **log)
    rows = [[cell.strip() for cell in line.split("|")[1:4]] for line in bills.splitlines()[2:5]]
    assert rows == [
        ["contained", "152", "150.48"],
        ["contained_verified", "49", "48.51"],
        ["verified", "84", "83.16"],
    ]


def test_an_absent_log_is_named(tmp_path):
    folder = example(tmp_path, "support_conversations")
    succeed(folder, "dbt", "--quiet", "deps")
    code, output = project_copy.run(
        folder, "dbt", "--quiet", "build", SUPPORT_CONVERSATIONS_LOG="nowhere.jsonl"
    )
    assert code != 0
    assert "no file matches var product_logs_location: nowhere.jsonl" in output
