"""`python tests/python/scenarios.py DIR...`: folders of CSVs that a finance person can read.

A folder holds `events.csv`, catalog CSVs under the names and columns of `seeds/catalog/`,
`expect_<model>.csv` with any columns of that public model (and `entity_id` wherever there is an
outcome), and if need be `vars.json` and definitions of its own: `outcome_<type>.sql`, or
`.sql.jinja` under `tests/`, where dbt takes any SQL for a data test. Catalog files that are absent
get the smallest sensible content: see `_defaults`.
"""
import csv
import json
import sys
import tempfile
from collections import Counter
from datetime import datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import harness

Row = dict[str, Any]

VARIABLES = {"as_of": "2026-05-01T00:00:00Z"}
POLICY = {
    "attribution_policy_id": "sole_last_touch", "method": "last_touch", "billing_rule": "sole",
    "lookback_seconds": "2592000", "is_default": "true",
}
CONTRIBUTOR = {
    "contributor_id": "ai_agent", "contributor_name": "AI agent", "contributor_kind": "ai",
    "is_vendor": "true",
}


def run(folder: Path) -> list[str]:
    """Builds one scenario; what differs from its expectations, as lines to print."""
    with tempfile.TemporaryDirectory() as scratch:
        project = _project(folder, Path(scratch))
        try:
            project.build()
        except harness.BuildFailed as failure:
            return [f"the build failed: {failure}"]
        differences = []
        for path in sorted(folder.glob("expect_*.csv")):
            differences += compare(project, path)
        return differences


def _project(folder: Path, scratch: Path) -> harness.Project:
    """The scenario as a dbt project."""
    catalog = {path.stem: harness.read_csv(path) for path in folder.glob("*.csv")}
    variables = {**VARIABLES, **_json(folder / "vars.json")}
    definitions = {
        path.name.split(".")[0]: path.read_text() for path in folder.glob("outcome_*.sql*")
    }
    return harness.Project(
        scratch,
        catalog={**_defaults(catalog), **catalog},
        events=folder / "events.csv",
        as_of=variables.pop("as_of"),
        outcome_models=variables.pop("outcome_models", list(definitions)),
        definitions=definitions,
        variables=variables,
    )


def _defaults(catalog: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """What a scenario needn't say: its accounts, one AI agent of the seller's, one policy, and
    that contracts buy what they have prices of their own for, in version 1."""
    accounts = {contract["account_id"] for contract in catalog["contracts"]}
    policies = catalog.get("attribution_policies", [POLICY])
    bought = {
        (price["contract_id"], price["outcome_type"])
        for price in catalog["prices"] if price["contract_id"] and price["outcome_type"]
    }
    return {
        "accounts": [{"account_id": name, "account_name": name} for name in sorted(accounts)],
        "attribution_policies": policies,
        "contributors": [CONTRIBUTOR],
        "contract_outcomes": [
            {
                "contract_id": contract_id, "outcome_type": outcome_type, "definition_version": 1,
                "attribution_policy_id": policies[0]["attribution_policy_id"],
            }
            for contract_id, outcome_type in sorted(bought)
        ],
    }


def compare(project: harness.Project, path: Path) -> list[str]:
    """The rows that a file expects and the model lacks, and the other way round."""
    model = path.stem.removeprefix("expect_")
    expected = harness.read_csv(path)
    columns = path.read_text().splitlines()[0].split(",")
    expected_rows = Counter(tuple(canonical(row[name]) for name in columns) for row in expected)
    found = project.rows(_relation(project, model), columns)
    found_rows = Counter(tuple(canonical(value) for value in row.values()) for row in found)
    missing, surplus = expected_rows - found_rows, found_rows - expected_rows
    if not missing and not surplus:
        return []
    rows = [("-", row) for row in missing.elements()] + [("+", row) for row in surplus.elements()]
    return [
        f"{model}: - expected, + found",
        *_table([("", tuple(columns)), *sorted(rows, key=lambda marked: (marked[1], marked[0]))]),
    ]


def _relation(project: harness.Project, model: str) -> str:
    """A model, with entity_id beside outcome_id where it has only that."""
    columns = {row["column_name"] for row in project.query(f"describe {model}")}
    if "outcome_id" in columns and "entity_id" not in columns:
        return f"{model} left join (select outcome_id, entity_id from outcomes) using (outcome_id)"
    return model


def canonical(value: Any) -> str:
    """A value of a CSV or of the database as text that is equal when the values are."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    text = value.isoformat(" ") if isinstance(value, datetime) else str(value).strip()
    try:
        return f"{Decimal(text).normalize():f}"
    except InvalidOperation:
        pass
    try:
        return datetime.fromisoformat(text.removesuffix("Z")).isoformat(" ")
    except ValueError:
        return text


def _table(rows: list[tuple[str, tuple[str, ...]]]) -> list[str]:
    """Marked rows as aligned lines."""
    widths = [max(map(len, column)) for column in zip(*(row for _, row in rows))]
    return [
        f"  {mark:1} {'  '.join(cell.ljust(width) for cell, width in zip(row, widths))}".rstrip()
        for mark, row in rows
    ]


def _json(path: Path) -> Row:
    """The content of a JSON file, if it is there."""
    return json.loads(path.read_text()) if path.exists() else {}


def folders(paths: list[Path]) -> list[Path]:
    """Scenario folders: those given, or the ones inside them."""
    return [
        folder
        for path in paths
        for folder in sorted([path] if (path / "events.csv").exists() else path.iterdir())
        if (folder / "events.csv").exists()
    ]


def main(paths: list[Path]) -> int:
    """Runs each scenario; 1 if any differs or there is none."""
    results = {folder: run(folder) for folder in folders(paths)}
    for folder, differences in results.items():
        print(f"{folder}: {'FAILED' if differences else 'passed'}")
        for line in differences:
            print(f"  {line}")
    return int(not results or any(results.values()))


if __name__ == "__main__":
    sys.exit(main([Path(argument) for argument in sys.argv[1:]]))
