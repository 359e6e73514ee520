"""Other systems' figures, all of them reached; and that the runner can fail and can refuse."""
import copy
import json

import conformance
import pytest

ENTRIES = {"attribution.json": 31, "outcomes.json": 17, "pricing.json": 87}


def entries(name: str) -> list[conformance.Row]:
    """The entries of a file of ours."""
    return json.loads((conformance.DEFAULT / name).read_text())


def test_every_file_is_expected():
    assert {path.name for path in conformance.DEFAULT.glob("*.json")} == ENTRIES.keys()


@pytest.mark.parametrize("name", ENTRIES)
def test_figures_are_reproduced(name):
    report = conformance.run(entries(name))
    assert report.failed == {}
    assert report.out_of_scope == {}
    assert len(report.passed) == ENTRIES[name]


def planted() -> list[conformance.Row]:
    """One right entry, and one of each kind with a figure that is wrong by little."""
    by_id = {entry["id"]: entry for name in ENTRIES for entry in entries(name)}
    wrong = [
        copy.deepcopy(by_id[name])
        for name in ("fp-graduated-011", "lago-gradpct-010", "MTA-linear", "OUT-FIN-8")
    ]
    wrong[0]["expected_amount"] = "5.000001"
    wrong[1]["expected_amounts"] = ["205", "305", "81"]
    wrong[2]["expected"]["email"] -= 0.01
    wrong[3]["expected"]["price"] = 9.98
    return [by_id["fp-graduated-001"], *wrong]


def test_a_wrong_figure_is_reported_with_both_figures(tmp_path, capsys):
    (tmp_path / "planted.json").write_text(json.dumps(planted()))
    assert conformance.main(tmp_path) == 1
    printed = capsys.readouterr().out
    assert "planted.json: 1 passed, 4 failed, 0 out of scope" in printed
    assert "FAILED fp-graduated-011: expected_amount: expected 5.000001, got 5" in printed
    assert "FAILED lago-gradpct-010: expected_amounts[1]: expected 305, got 306;" in printed
    assert "FAILED MTA-linear:linear: share of" in printed
    assert "FAILED OUT-FIN-8: price: expected 9.98, got 9.99" in printed


def test_what_is_not_known_is_out_of_scope_by_name():
    known = {
        "id": "x", "model": "graduated", "params": {"tiers": [{"up_to": None, "unit_amount": "1"}]},
        "quantity": "1", "expected_amount": "1", "unit": "major", "rounding": "none (exact)",
    }
    refused = {
        "param surcharge: not built yet": {"params": {**known["params"], "surcharge": "2"}},
        "tier key tier_cap: not built yet": {
            "params": {"tiers": [{"up_to": None, "unit_amount": "1", "tier_cap": "3"}]}
        },
        "field expected_runs: not built yet": {"expected_runs": []},
        "pricing model guesswork: not built yet": {"model": "guesswork"},
        "rounding 'up': not known": {"rounding": "up"},
        "unit credits: no amount of money": {"unit": "credits"},
        "quantity 0.0000000001: more than 9 digits after the point": {"quantity": "0.0000000001"},
        "the entry doesn't say what lies beyond its last tier": {
            "params": {"tiers": [{"up_to": "1", "unit_amount": "1"}]}, "quantity": "2"
        },
    }
    report = conformance.run([{**known, **change, "id": why} for why, change in refused.items()])
    assert report.out_of_scope == {why: [why] for why in refused}
    assert not report.passed and not report.failed
