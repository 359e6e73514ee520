"""Wrong catalogs, definitions and logs: each stops the build and is named, with its row."""
import re
from pathlib import Path

import project_copy
import pytest


@pytest.fixture
def project(tmp_path) -> Path:
    """A copy of the project to break."""
    return project_copy.copy_project(tmp_path / "project")


def replace(path: Path, old: str, new: str) -> None:
    """Changes the one place in a file that says `old`."""
    text = path.read_text()
    assert text.count(old) == 1, f"{old!r} occurs {text.count(old)} times in {path.name}"
    path.write_text(text.replace(old, new))


def build(project: Path, *arguments: str) -> tuple[int, str]:
    """Builds the sample without its unit tests."""
    return project_copy.run(
        project, "dbt", "--quiet", "build", "--exclude-resource-type", "unit_test",
        "--vars", '{as_of: "2026-05-01T00:00:00Z"}', *arguments,
    )


def refused(project: Path, *messages: str) -> None:
    """The build fails and says all of this."""
    code, output = build(project)
    assert code != 0
    for message in messages:
        assert re.search(message, output), f"{message!r} is not in:\n{output[-3000:]}"


def test_a_gap_between_tiers(project):
    replace(
        project / "seeds/catalog/price_tiers.csv",
        "list_conversation_usd,2,20,,0.89,0", "list_conversation_usd,2,25,,0.89,0",
    )
    refused(project, r"no_gaps_or_overlaps",
            r"gap to the next tier.*list_conversation_usd.*tier_to=20\.0*,.*next_from=25")


def test_two_overlapping_prices(project):
    replace(
        project / "seeds/catalog/prices.csv",
        "list_lead_usd,,list_2026,lead_qualified,count,unit,USD,false,none,2026-01-01,2026-03-01",
        "list_lead_usd,,list_2026,lead_qualified,count,unit,USD,false,none,2026-01-01,2026-03-02",
    )
    refused(project, r"no_overlaps",
            r"overlaps its successor.*label=list_lead_usd,.*next_label=list_lead_usd_march")


def test_an_unknown_pricing_model(project):
    replace(
        project / "seeds/catalog/prices.csv",
        "harbor_chargeback,contract_harbor,,chargeback_recovered,value,graduated",
        "harbor_chargeback,contract_harbor,,chargeback_recovered,value,guesswork",
    )
    refused(project, r"accepted_values_stg_catalog__prices_pricing_model",
            r"violating_value=guesswork, price_id=harbor_chargeback")


def test_an_unknown_attribution_method(project):
    replace(
        project / "seeds/catalog/attribution_policies.csv",
        "sole_linear,linear", "sole_linear,loudest",
    )
    refused(project, r"accepted_values_stg_catalog__attribution_policies_method",
            r"violating_value=loudest, attribution_policy_id=sole_linear")


def test_tiers_of_a_price_that_does_not_exist(project):
    tiers = project / "seeds/catalog/price_tiers.csv"
    tiers.write_text(tiers.read_text() + "list_conversatoin_usd,1,0,,1,0\n")
    refused(project, r"violation=not found in .*stg_catalog__prices",
            r"violating_value=list_conversatoin_usd, price_id=list_conversatoin_usd, tier_number=1")


def test_an_outcome_type_that_no_model_defines(project):
    replace(
        project / "seeds/catalog/prices.csv",
        "cascade_chargeback,contract_cascade,,chargeback_recovered",
        "cascade_chargeback,contract_cascade,,chargeback_recoverd",
    )
    refused(project, r"defined_outcome", r"price_id=cascade_chargeback")


def test_a_definition_version_that_does_not_exist(project):
    replace(
        project / "seeds/catalog/contract_outcomes.csv",
        "contract_glacier,conversation_resolved,2", "contract_glacier,conversation_resolved,3",
    )
    refused(project, r"defined_outcome",
            r"contract_id=contract_glacier.*definition_version=3")


def test_a_price_in_another_currency_than_its_contract(project):
    replace(
        project / "seeds/catalog/prices.csv",
        "cascade_chargeback,contract_cascade,,chargeback_recovered,value,unit,KWD",
        "cascade_chargeback,contract_cascade,,chargeback_recovered,value,unit,USD",
    )
    refused(project, r"contract_id=contract_cascade, price_currency_code=USD")


def test_a_price_list_that_does_not_exist(project):
    replace(
        project / "seeds/catalog/contracts.csv",
        "contract_delta,acct_delta,list_2026", "contract_delta,acct_delta,list_2062",
    )
    refused(project, r"priced_by_its_list", r"contract_id=contract_delta.*price_list_id=list_2062")


def test_a_window_that_is_no_window(project):
    replace(
        project / "models/outcomes/definitions/outcome_lead_qualified.sql",
        "'30 days'", "'3 fortnights'",
    )
    refused(project, r"definition outcome_lead_qualified: expires_after: '3 fortnights'")


def test_an_argument_that_does_not_exist(project):
    replace(
        project / "models/outcomes/definitions/outcome_lead_qualified.sql",
        "expires_after", "expires_afterwards",
    )
    refused(project, r"takes no keyword argument 'expires_afterwards'", r"outcome_lead_qualified")


def test_arguments_that_contradict_each_other(project):
    replace(
        project / "models/outcomes/definitions/outcome_chargeback_recovered.sql",
        "confirmed_when    = \"event_type = 'dispute.won'\",", "",
    )
    refused(project, r"definition outcome_chargeback_recovered: confirmed_when, verified_when, assumed_after")


def test_a_log_without_a_column(project):
    log = project / "seeds/sample/raw_events.csv"
    log.write_text(log.read_text().replace("account_id,received_at", "account,received_at", 1))
    replace(
        project / "seeds/_seeds.yml", "        account_id: varchar\n        received_at: varchar\n",
        "        received_at: varchar\n",
    )
    refused(project, r"product log .*events.* lacks account_id")


def test_an_account_without_a_contract_keeps_its_outcomes(project):
    contracts = project / "seeds/catalog/contracts.csv"
    contracts.write_text("".join(
        line for line in contracts.read_text().splitlines(keepends=True)
        if "contract_glacier" not in line
    ))
    terms = project / "seeds/catalog/contract_outcomes.csv"
    terms.write_text("".join(
        line for line in terms.read_text().splitlines(keepends=True)
        if "contract_glacier" not in line
    ))
    code, output = build(project)
    assert code == 0, output
    code, output = project_copy.run(
        project, "dbt", "--quiet", "show", "--inline",
        "select reason_code, count(*) as outcomes, count(amount) as billed"
        " from {{ ref('rated_outcomes') }} where account_id = 'acct_glacier' group by reason_code",
    )
    assert re.search(r"\|\s*no_contract\s*\|\s*[1-9]\d*\s*\|\s*0\s*\|", output), output
    assert len(output.strip().splitlines()) == 3
