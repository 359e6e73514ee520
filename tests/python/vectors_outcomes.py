"""Published outcome rules: short event sequences through definitions in tests/conformance."""
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Callable

from vectors import AS_OF, START, Answers, Case, Check, OutOfScope

Row = dict[str, Any]

# Not `.sql`: dbt takes any SQL under tests/ for a data test.
DEFINITIONS = Path(__file__).parents[1] / "conformance" / "definitions"


@dataclass(frozen=True)
class Family:
    """One publisher's rule: its outcome types with their prices, and its params."""
    prices: dict[str, str]
    params: dict[str, Any]
    metric: str = "count"


FAMILIES = {
    "CLOV": Family({"clov_resolution": "0.89"}, {"window_h": 24}),
    "COL": Family({"col_payment": "0.35"}, {"rate": 0.35}, metric="value"),
    "FIN": Family(
        {
            "fin_resolution": "0.99", "fin_procedure_handoff": "0.99",
            "fin_qualification": "9.99", "fin_disqualification": "0.99",
        },
        {},
    ),
    "GOR": Family({"gor_resolution": "1"}, {"window_h": 72}),
    "HUB": Family({"hub_resolution": "0.50"}, {"inactivity_h": 72}),
    "LEAD": Family({"lead": "1"}, {"dispute_days": 7}),
    "RDO": Family({"rdo_resolution": "1"}, {"csat": "1-5"}),
    "SF": Family({"sf_resolution": "2"}, {}),
    "ZEN": Family({"zen_resolution": "1"}, {"inactivity_h": 72}),
}
# Events that the rules don't speak of, and words that aren't events.
INDIFFERENT = {
    "ai.suggest", "customer.ask", "customer.greet", "customer.leave", "fin.greet", "human.edit",
    "human.send", "prospect", "route", "smalltalk", "system_reply",
}
VENDOR = {"actor_id": "vendor", "actor_kind": "ai"}
CUSTOMER = {"actor_id": "customer", "actor_kind": "customer"}
NO_EVENT = {"", "silence", "no negative"}
FIGURES: dict[str, Callable[[list[Row]], Decimal]] = {
    "billable": lambda outcomes: Decimal(len(outcomes)),
    "fee": lambda outcomes: sum((row["amount"] for row in outcomes), Decimal(0)),
    "price": lambda outcomes: sum((row["amount"] for row in outcomes), Decimal(0)),
}


def translate(entry: Row) -> dict[str, Case | OutOfScope]:
    """One case with the figures that the project has; the others are out of scope by name."""
    name = entry["id"].split("-")[1]
    if name not in FAMILIES:
        raise OutOfScope(f"published rule {name}: not expressible as one definition")
    family = FAMILIES[name]
    for param, value in entry["params"].items():
        if param not in family.params or family.params[param] != value:
            raise OutOfScope(f"param {param}: not built yet")
    made: dict[str, Case | OutOfScope] = {
        f"{entry['id']}:{figure}": OutOfScope(f"figure {figure}: no public table has it")
        for figure in entry["expected"] if figure not in FIGURES
    }
    if len(made) < len(entry["expected"]):
        made[entry["id"]] = _case(entry, family)
    return made


def _case(entry: Row, family: Family) -> Case:
    """The sequence as events, under a contract for all of the rule's outcome types."""
    definitions = {
        name: (DEFINITIONS / f"outcome_{name}.sql.jinja").read_text() for name in family.prices
    }
    case = Case(entry["id"], end_date="", definitions=definitions)
    for number, (outcome_type, price) in enumerate(family.prices.items()):
        price_id = f"{case.id}/{number}"
        case.prices.append({
            "price_id": price_id, "contract_id": case.id, "outcome_type": outcome_type,
            "metric": family.metric, "pricing_model": "unit", "currency_code": "USD",
            "is_flat_owed_at_zero": False, "proration": "none", "start_date": "2020-01-01",
        })
        case.tiers.append({
            "price_id": price_id, "tier_number": 1, "tier_from": 0, "unit_amount": price,
            "flat_amount": 0,
        })
    known = set(re.findall(r"event_type \S+ '([^']+)'", "".join(definitions.values())))
    _add_events(case, entry["events"], known | INDIFFERENT)
    for figure in FIGURES.keys() & entry["expected"].keys():
        case.checks.append(Check(
            figure,
            Decimal(str(entry["expected"][figure])),
            lambda answers, figure=figure: FIGURES[figure](answers.outcomes.get(case.id, [])),
        ))
    return case


def _add_events(case: Case, tokens: list[str], known: set[str]) -> None:
    """The sequence in time. If it tells time, it ends at `as_of`; else long before it."""
    steps, elapsed, tells_time = [], timedelta(0), False
    for token in tokens:
        text, at, step = _when(token)
        tells_time |= at is not None or step is not None
        elapsed = at if at is not None else elapsed + (step or timedelta(minutes=1))
        steps.append((text, elapsed))
    end = datetime.fromisoformat(AS_OF.removesuffix("Z"))
    start = end - elapsed if tells_time else START
    for text, elapsed in steps:
        if text in NO_EVENT:
            continue
        name, data = _what(text)
        if name not in known:
            raise OutOfScope(f"event {name}: not in the published rule as we have it")
        actor = CUSTOMER if name.startswith("customer.") else VENDOR
        case.add_event(case.id, start + elapsed, name, currency_code="USD", **actor, **data)


def _when(token: str) -> tuple[str, timedelta | None, timedelta | None]:
    """A token without its time, the time since the start, and the time since the one before."""
    if match := re.search(r"\+(\d+)([hd])\b", token):
        hours = int(match[1]) * (24 if match[2] == "d" else 1)
        return token.replace(match[0], "").strip(), None, timedelta(hours=hours)
    if match := re.search(r"\bt=(\d+)h?\b", token):
        return token.replace(match[0], "").strip(), timedelta(hours=int(match[1])), None
    if match := re.search(r"\bd(\d+)\b", token):
        return token.replace(match[0], "").strip(), timedelta(days=int(match[1])), None
    return token, None, None


def _what(text: str) -> tuple[str, Row]:
    """An event's name, and the value, amount or remark that follows it."""
    if match := re.fullmatch(r"([\w.]+)=(\w+)", text):
        return match[1], {"value": match[2]}
    if match := re.fullmatch(r"([\w.]+) \$(\d+)", text):
        return match[1], {"amount": match[2]}
    return re.sub(r"\(.*\)$", "", text), {}
