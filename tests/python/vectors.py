"""What conformance entries become: catalog rows, events, and figures to look up after the build."""
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Callable

import harness

Row = dict[str, Any]

AS_OF = "2028-01-01T00:00:00Z"
START = datetime(2026, 1, 1)
OUTCOME_TYPE = "metered"
DEFINITION = """{{{{ outcome_metering.outcome(
    opened_when    = "{predicate}",
    confirmed_when = "{predicate}",
    confirmed_by   = 'vendor',
    value          = 'amount',
) }}}}
"""
CONTRIBUTORS = [{
    "contributor_id": "vendor", "contributor_name": "Vendor", "contributor_kind": "ai",
    "is_vendor": "true",
}]
SOLE_VENDOR = {
    "attribution_policy_id": "sole_vendor", "method": "last_touch", "billing_rule": "sole",
    "is_default": "true",
}


@cache
def known_currencies() -> list[Row]:
    """The package's own list of currencies."""
    return harness.read_csv(harness.CATALOG / "currencies.csv")


class OutOfScope(Exception):
    """The project can't express an entry; says why."""


@dataclass
class Answers:
    """What the project's public tables say, by account."""
    lines: dict[str, list[Row]]
    outcomes: dict[str, list[Row]]
    shares: dict[tuple[str, str], Decimal]


@dataclass
class Check:
    """One figure of an entry and where to look for the project's own."""
    what: str
    expected: Decimal
    actual: Callable[[Answers], Decimal]
    tolerance: Decimal = Decimal(0)

    def fails(self, answers: Answers) -> str | None:
        """Expected and actual, if they differ."""
        expected = f"{self.what}: expected {self.expected.normalize():f}"
        try:
            actual = self.actual(answers)
        except LookupError:
            return f"{expected}, got nothing"
        if abs(actual - self.expected) <= self.tolerance:
            return None
        return f"{expected}, got {actual.normalize():f}"


@dataclass
class Case:
    """One entry: an account with one contract, its prices, its events and its figures."""
    id: str
    currency_code: str = "USD"
    billing_cadence: str = "monthly"
    start_date: str = "2026-01-01"
    end_date: str = "2026-02-01"
    currencies: list[Row] = field(default_factory=list)
    policy: Row = field(default_factory=lambda: SOLE_VENDOR)
    prices: list[Row] = field(default_factory=list)
    tiers: list[Row] = field(default_factory=list)
    definitions: dict[str, str] = field(default_factory=dict)
    events: list[Row] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)

    def add_event(
        self, subject: str, occurred_at: datetime, event_type: str, **data: Any
    ) -> None:
        """One raw event of the account, received as it happens."""
        time = occurred_at.isoformat() + "Z"
        self.events.append({
            "id": f"{self.id}/{len(self.events)}", "source": "vectors", "type": event_type,
            "subject": subject, "time": time, "data": data, "account_id": self.id,
            "received_at": time,
        })

    def add_outcome(
        self,
        number: int,
        amount: Decimal,
        month: int = 0,
        event_type: str = OUTCOME_TYPE,
        **data: Any,
    ) -> None:
        """One event that is an outcome worth `amount`, the seller's own work."""
        occurred_at = START.replace(month=1 + month) + timedelta(seconds=number)
        self.add_event(
            f"{self.id}/{number}", occurred_at, event_type, amount=f"{amount:f}",
            currency_code=self.currency_code, actor_id="vendor", actor_kind="ai", **data,
        )


def project(folder: Path, cases: list[Case]) -> harness.Project:
    """One project that holds all the cases."""
    definitions = {OUTCOME_TYPE: DEFINITION.format(predicate=f"event_type = '{OUTCOME_TYPE}'")}
    for case in cases:
        definitions |= case.definitions
    policies = {case.policy["attribution_policy_id"]: case.policy for case in cases}
    policies[SOLE_VENDOR["attribution_policy_id"]] = SOLE_VENDOR
    currencies = {row["currency_code"]: row for row in known_currencies()}
    currencies |= {row["currency_code"]: row for case in cases for row in case.currencies}
    return harness.Project(
        folder,
        as_of=AS_OF,
        catalog={
            "accounts": [{"account_id": case.id, "account_name": case.id} for case in cases],
            "contracts": [_contract(case) for case in cases],
            "contract_outcomes": [row for case in cases for row in _terms(case)],
            "prices": [row for case in cases for row in case.prices],
            "price_tiers": [row for case in cases for row in case.tiers],
            "attribution_policies": list(policies.values()),
            "contributors": CONTRIBUTORS,
            "currencies": currencies.values(),
        },
        events=[event for case in cases for event in case.events],
        outcome_models=[f"outcome_{name}" for name in definitions],
        definitions={f"outcome_{name}": sql for name, sql in definitions.items()},
    )


def _contract(case: Case) -> Row:
    """The contract of a case; it has the account's id."""
    return {
        "contract_id": case.id, "account_id": case.id, "currency_code": case.currency_code,
        "billing_cadence": case.billing_cadence, "time_zone": "UTC",
        "start_date": case.start_date, "end_date": case.end_date,
    }


def _terms(case: Case) -> list[Row]:
    """The outcome types that a case buys."""
    return [
        {
            "contract_id": case.id, "outcome_type": outcome_type, "definition_version": 1,
            "attribution_policy_id": case.policy["attribution_policy_id"],
        }
        for outcome_type in {OUTCOME_TYPE, *case.definitions}
    ]


def answers(built: harness.Project) -> Answers:
    """Charge lines and outcomes by account, shares by account and contributor."""
    found = Answers({}, {}, {})
    lines = built.query(
        "select account_id, amount, amount_exact from rated_charges"
        " order by account_id, period_start_at, price_id, tier_number, charge_kind"
    )
    outcomes = built.query("""
        select account_id, settled_at, sum(amount) as amount, sum(amount_exact) as amount_exact
        from rated_outcomes
        left join (
            select outcome_id, price_id, sum(amount_exact) as amount_exact
            from int_charges_priced
            group by all
        ) as exact using (outcome_id, price_id)
        where reason_code is null
        group by all
        order by all
    """)
    shares = built.query("""
        select account_id, contributor_id, sum(share) as share
        from attributed_outcomes
        inner join outcomes using (outcome_id)
        group by all
    """)
    for line in lines:
        found.lines.setdefault(line["account_id"], []).append(line)
    for outcome in outcomes:
        found.outcomes.setdefault(outcome["account_id"], []).append(outcome)
    for share in shares:
        found.shares[share["account_id"], share["contributor_id"]] = share["share"]
    return found
