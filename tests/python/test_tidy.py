"""What CONTRIBUTING.md states about the shape of the project, as checks."""
import json
import re
from functools import lru_cache
from pathlib import Path

import dbt.jsonschemas
import jsonschema
import pytest
import yaml

ROOT = Path(__file__).parents[2]
SQL_FOLDERS = ["models", "macros", "tests"]
ENGINE_NAMES = r"duckdb|snowflake|postgres|spark|bigquery|target\.type|adapter\.type"
FLOATS = r"::|\bdouble\b|\bfloat|\breal\b|\bavg\s*\(|(?<![/*])/(?![/*])"


def files(pattern: str, *folders: str) -> list[Path]:
    """The project's own files of a kind."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob(pattern))


def sql_only(path: Path) -> str:
    """A file's SQL and Jinja without comments and quoted text."""
    text = re.sub(r"\{#.*?#\}", "", path.read_text(), flags=re.S)
    return re.sub(r"'[^'\n]*'", "''", re.sub(r"--.*", "", text))


def ids(paths: list[Path]) -> list[str]:
    """Paths as test ids."""
    return [str(path.relative_to(ROOT)) for path in paths]


@lru_cache
def properties() -> list[dict]:
    """All property files, read."""
    return [yaml.safe_load(path.read_text()) for path in files("*.yml", "models", "macros", "seeds")]


def nodes(kind: str) -> dict[str, dict]:
    """All entries of one kind (models, macros, seeds) by name."""
    return {entry["name"]: entry for file in properties() for entry in file.get(kind) or []}


def accepted_values(model: str, column: str) -> set[str]:
    """The values that a column's test accepts."""
    columns = {entry["name"]: entry for entry in nodes("models")[model]["columns"]}
    for test in columns[column]["data_tests"]:
        if isinstance(test, dict) and "accepted_values" in test:
            return set(test["accepted_values"]["arguments"]["values"])
    return set()


def registered(path: str) -> set[str]:
    """The names in a registry macro."""
    return set(re.findall(r"^        '(\w+)':", (ROOT / path).read_text(), flags=re.M))


def members(folder: str, prefix: str) -> set[str]:
    """The names of a family of macros, by file."""
    return {path.stem.removeprefix(prefix) for path in (ROOT / folder).glob(f"{prefix}*.sql")}


REGISTRIES = {
    "attribution method": (
        members("macros/attribution", "weight__"),
        registered("macros/attribution/touch_weight.sql"),
        ("stg_catalog__attribution_policies", "method"),
    ),
    "pricing model": (
        members("macros/pricing", "units__"),
        registered("macros/pricing/units_priced.sql"),
        ("stg_catalog__prices", "pricing_model"),
    ),
}


@pytest.mark.parametrize("kind", REGISTRIES)
def test_a_registry_its_files_and_its_catalog_test_name_the_same(kind):
    by_file, by_registry, (model, column) = REGISTRIES[kind]
    assert by_file == by_registry == accepted_values(model, column)


@pytest.mark.parametrize("kind", REGISTRIES)
def test_each_member_of_a_registry_has_a_unit_test(kind):
    by_file, _, (_, column) = REGISTRIES[kind]
    unit_tests = "\n".join(path.read_text() for path in files("*_unit_tests.yml", "models"))
    assert not [name for name in by_file if not re.search(rf"\b{name}\b", unit_tests)]


def test_billing_rules_and_their_catalog_test_name_the_same():
    assert registered("macros/attribution/billable_fraction.sql") == accepted_values(
        "stg_catalog__attribution_policies", "billing_rule"
    )


def test_each_definition_is_listed():
    project = yaml.safe_load((ROOT / "dbt_project.yml").read_text())
    listed = {name.replace(".v", "_v") for name in project["vars"]["outcome_models"]}
    assert listed == {path.stem for path in files("*.sql", "models/outcomes/definitions")}


@pytest.mark.parametrize("path", files("*.yml", "models", "macros", "seeds"), ids=str)
def test_properties_fit_the_schema_that_dbt_ships(path):
    schema = json.loads(
        (Path(dbt.jsonschemas.__file__).parent / "resources" / "latest.json").read_text()
    )
    validator = jsonschema.Draft7Validator(schema)
    text = re.sub(r'enabled: "\{\{.*\}\}"', "enabled: true", path.read_text())
    errors = validator.iter_errors(yaml.safe_load(text))
    assert not [f"{error.json_path}: {error.message[:200]}" for error in errors]


@pytest.mark.parametrize("path", files("*.sql", "models"), ids=str)
def test_models_name_no_engine(path):
    assert not re.search(ENGINE_NAMES, path.read_text(), re.I)


@pytest.mark.parametrize("path", files("*.sql", "models", "macros"), ids=str)
def test_no_floating_point(path):
    if path.parent.name == "operations":
        return
    assert not re.search(FLOATS, sql_only(path), re.I)


@pytest.mark.parametrize("path", files("*.sql", *SQL_FOLDERS), ids=str)
def test_files_are_short(path):
    most = 70 if path.is_relative_to(ROOT / "macros") else 120
    if path.parent.name == "engine":
        most = 200  # one file an engine, however many verbs
    assert len(path.read_text().splitlines()) <= most


@pytest.mark.parametrize("path", files("*.sql", "models"), ids=str)
def test_a_model_that_is_not_a_plain_list_begins_with_its_grain(path):
    lines = path.read_text().splitlines()
    assert lines[0].startswith("{#-") or len(lines) < 20


def macros_in(path: Path) -> dict[str, set[str]]:
    """The macros of a file with their arguments."""
    found = re.findall(r"\{%-?\s*macro\s+(\w+)\((.*?)\)\s*-?%\}", path.read_text(), flags=re.S)
    return {
        name: set(re.findall(r"(\w+)\s*(?:=[^,]*)?(?:,|$)", arguments.strip()))
        for name, arguments in found
    }


@pytest.mark.parametrize("path", files("*.sql", "macros"), ids=str)
def test_a_macro_has_its_own_file_and_is_described_with_its_arguments(path):
    documented = nodes("macros")
    for name, arguments in macros_in(path).items():
        if path.parent.name != "engine":
            assert name == path.stem
        elif "__" in name:
            continue
        assert documented[name]["description"].strip()
        described = {argument["name"] for argument in documented[name].get("arguments", [])}
        assert described == arguments


@pytest.mark.parametrize("kind", ["models", "seeds"])
def test_every_column_is_described(kind):
    for name, entry in nodes(kind).items():
        assert entry["description"].strip(), name
        assert entry.get("columns"), name
        assert all(column["description"].strip() for column in entry["columns"]), name


def test_public_models_hold_to_a_contract_and_the_others_are_private():
    for name, entry in nodes("models").items():
        config = entry.get("config", {})
        if name.startswith("int_"):
            assert config["access"] == "private", name
        elif not name.startswith(("stg_catalog__", "outcome_")) or name == "outcome_evidence":
            assert config["access"] == "public" and config["contract"]["enforced"], name


def test_the_commands_of_the_readme_exist():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), flags=re.M))
    documents = [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
    named = {
        target for path in documents
        for target in re.findall(r"`make ([a-z-]+)|^make ([a-z-]+)", path.read_text(), flags=re.M)
        for target in target if target
    }
    assert named and named <= targets


def test_nothing_is_left_for_later():
    marks = re.compile("|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X"]))
    made = {"build", "target", "dbt_packages", "logs"}
    for path in files("*", *SQL_FOLDERS, "seeds", "bench", "examples"):
        if path.suffix in {".sql", ".py", ".yml", ".md"} and not made & set(path.parts):
            assert not (path.is_file() and marks.search(path.read_text())), path
