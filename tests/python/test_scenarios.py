"""Each folder in tests/scenarios against its hand-worked figures, and that a wrong one is seen."""
import shutil
from pathlib import Path

import pytest
import scenarios

SCENARIOS = Path(__file__).parents[1] / "scenarios"


@pytest.mark.parametrize("folder", scenarios.folders([SCENARIOS]), ids=lambda folder: folder.name)
def test_scenario(folder):
    assert (folder / "README.md").exists()
    assert list(folder.glob("expect_*.csv"))
    differences = scenarios.run(folder)
    assert not differences, "\n".join(differences)


def test_a_wrong_figure_is_reported(tmp_path):
    folder = shutil.copytree(SCENARIOS / "one_cent_to_share", tmp_path / "scenario")
    path = folder / "expect_rated_charges.csv"
    path.write_text(path.read_text().replace("0.014,0.01", "0.014,0.02"))
    differences = "\n".join(scenarios.run(folder))
    assert "rated_charges: - expected, + found" in differences
    assert "- " in differences and "0.01" in differences and "0.02" in differences
