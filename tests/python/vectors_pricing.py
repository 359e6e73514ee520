"""Pricing vectors as contracts, prices, tiers and events. Every amount is left to the project."""
import re
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any, Callable

from vectors import (
    DEFINITION,
    OUTCOME_TYPE,
    START,
    Answers,
    Case,
    Check,
    OutOfScope,
    known_currencies,
)

Row = dict[str, Any]

FIELDS = {
    "id", "source", "model", "params", "quantity", "quantities", "amounts", "expected_amount",
    "expected_amounts", "unit", "rounding", "notes", "recomputed", "already_rated_quantity",
}
EXACT = "none (exact)"
ROUNDED = {
    "half-up", "half-up to cent", "half-up to cent on the sum", "half-up per line",
    "half away from zero", "half away from zero to cent",
}
# Params that only say what the project does anyway: a fixed charge is a quantity times a price,
# and tax is handed off after rating.
DESCRIPTIVE = {
    "kind": {"fixed_charge"},
    "mode": {"per event, cumulative difference"},
    "rule": {"round each line, then add"},
}
IRRELEVANT = {"tax_rate_pct"}
# Days of a calendar period: its cadence and the day after it.
PERIODS = {
    28: ("monthly", date(2026, 3, 1)), 29: ("monthly", date(2024, 3, 1)),
    30: ("monthly", date(2026, 5, 1)), 31: ("monthly", date(2026, 4, 1)),
    90: ("quarterly", date(2026, 4, 1)), 91: ("quarterly", date(2026, 7, 1)),
    92: ("quarterly", date(2026, 10, 1)), 365: ("annual", date(2027, 1, 1)),
    366: ("annual", date(2025, 1, 1)),
}
NOTHING = (None, 0, "0", [])


@cache
def minor_unit_digits() -> dict[str, int]:
    """Digits after the point by currency."""
    return {row["currency_code"]: int(row["minor_unit_digits"]) for row in known_currencies()}


def fitting(value: Any, digits: int, what: str) -> Decimal:
    """A number that the catalog can hold."""
    number = Decimal(str(value)).normalize()
    if -number.as_tuple().exponent > digits:
        raise OutOfScope(f"{what} {number:f}: more than {digits} digits after the point")
    return number


class Vector:
    """One entry on its way to a case. A param that nobody takes puts the entry out of scope."""

    def __init__(self, entry: Row):
        self.entry = entry
        self.params = dict(entry["params"])
        if "already_rated_quantity" in entry:
            self.params["already_rated_quantity"] = entry["already_rated_quantity"]
        self.currency_code = self.params.pop("currency", None) or self._default_currency()
        self.is_flat_owed_at_zero = bool(self.params.pop("zero_quantity_flat", False))
        self.case = Case(entry["id"], self.currency_code)
        self.digits = self._digits()

    def _digits(self) -> int:
        """Digits of the currency's minor unit; a custom currency becomes a catalog row."""
        digits = minor_unit_digits().get(self.currency_code)
        if digits is None:
            digits = int(self.params.get("decimals", -1))
            if digits not in minor_unit_digits().values():
                raise OutOfScope(f"currency {self.currency_code} with {digits} digits")
            self.currency_code = self.case.currency_code = f"{self.currency_code}_{digits}"
            self.case.currencies = [{
                "currency_code": self.currency_code, "currency_name": self.currency_code,
                "minor_unit_digits": digits,
            }]
        return digits

    def _default_currency(self) -> str:
        """An entry that speaks of minor units only gets a currency that has no others."""
        units = {self.params.get("unit_of_amounts"), self.params.get("event_amounts_unit")}
        is_priced_in_minor = any(name.endswith("_minor") for name in self.params)
        if self.entry["unit"] == "minor" and (is_priced_in_minor or "minor" in units):
            return "JPY"
        return "USD"

    def take(self, name: str, default: Any = None) -> Any:
        """The value of a param."""
        return self.params.pop(name, default)

    def drop_empty(self, *names: str) -> None:
        """Drops those params that say nothing; the project doesn't have the others yet."""
        for name in names:
            if self.params.get(name) in NOTHING:
                self.params.pop(name, None)

    def major(self, value: Any, unit: str) -> Decimal:
        """An amount in major units."""
        if unit not in ("major", "minor"):
            raise OutOfScope(f"unit {unit}: no amount of money")
        return Decimal(str(value)).scaleb(-self.digits if unit == "minor" else 0)

    def take_amount(self, name: str) -> Decimal:
        """The amount of a param that may be in minor units by its name."""
        if f"{name}_minor" in self.params:
            return self.major(self.take(f"{name}_minor"), "minor")
        return self.major(self.take(name), "major")

    def quantities(self) -> list[Decimal]:
        """What happened in the period, in order; what was rated earlier comes first."""
        given = self.entry.get("amounts", self.entry.get("quantities"))
        later = [self.entry["quantity"]] if given is None else given
        earlier = self.take("already_rated_quantity")
        values = later if earlier is None else [earlier, *later]
        return [fitting(value, 9, "quantity") for value in values]

    def add_price(
        self,
        tiers: list[tuple[Any, Any, Any]],
        *,
        metric: str = "value",
        pricing_model: str = "graduated",
        outcome_type: str | None = OUTCOME_TYPE,
        proration: str = "none",
    ) -> None:
        """A price with its tiers (up to, unit amount, flat amount)."""
        price_id = f"{self.case.id}/{len(self.case.prices)}"
        self.case.prices.append({
            "price_id": price_id, "contract_id": self.case.id, "outcome_type": outcome_type,
            "metric": metric, "pricing_model": pricing_model, "currency_code": self.currency_code,
            "is_flat_owed_at_zero": self.is_flat_owed_at_zero and metric == "value",
            "proration": proration, "start_date": "2020-01-01",
        })
        tier_from = Decimal(0)
        for number, (up_to, unit_amount, flat_amount) in enumerate(tiers, start=1):
            for amount in (unit_amount, flat_amount):
                if Decimal(str(amount)) < 0:
                    raise OutOfScope("negative price: a price is at least 0")
            self.case.tiers.append({
                "price_id": price_id, "tier_number": number, "tier_from": f"{tier_from:f}",
                "tier_to": None if up_to is None else f"{up_to:f}",
                "unit_amount": f"{fitting(unit_amount, 12, 'unit amount'):f}",
                "flat_amount": f"{fitting(flat_amount, 12, 'flat amount'):f}",
            })
            tier_from = up_to

    def add_unit_price(self, unit_amount: Decimal, **price: Any) -> None:
        """A price without tiers."""
        self.add_price([(None, unit_amount, 0)], pricing_model="unit", **price)

    def add_usage(self, quantities: list[Decimal]) -> None:
        """One outcome a quantity, all in one period."""
        for number, quantity in enumerate(quantities):
            self.case.add_outcome(number, quantity)

    def add_buckets(self, quantities: list[Decimal]) -> None:
        """One outcome a quantity, each in a billing period of its own."""
        if len(quantities) > 12:
            raise OutOfScope("more than 12 buckets")
        for month, quantity in enumerate(quantities):
            self.case.add_outcome(month, quantity, month=month)
        after = START.date() + timedelta(days=31 * max(len(quantities), 1))
        self.case.end_date = after.replace(day=1).isoformat()


def tiers_of(vector: Vector, amount_key: str = "unit_amount") -> list[tuple[Any, Any, Any]]:
    """The tiers of an entry in major units; a rate is a price per unit of value."""
    unit = vector.take("unit_of_amounts", "major")
    tiers = []
    for row in vector.take("tiers"):
        unknown = row.keys() - {"up_to", amount_key, "flat_amount"}
        if unknown:
            raise OutOfScope(f"tier key {', '.join(sorted(unknown))}: not built yet")
        price = Decimal(str(row.get(amount_key, 0))).scaleb(-2 if amount_key == "rate_pct" else 0)
        up_to = row["up_to"] if row["up_to"] is None else fitting(row["up_to"], 9, "tier end")
        tiers.append(
            (up_to, vector.major(price, unit), vector.major(row.get("flat_amount", 0), unit))
        )
    return tiers


def add_graduated(vector: Vector, amount_key: str = "unit_amount") -> None:
    """Tiers, and usage that must not pass a last tier that the entry doesn't say is bounded."""
    tiers, quantities = tiers_of(vector, amount_key), vector.quantities()
    is_bounded = vector.take("last_tier_bounded", False)
    if tiers[-1][0] is not None and not is_bounded and sum(quantities) > tiers[-1][0]:
        raise OutOfScope("the entry doesn't say what lies beyond its last tier")
    vector.add_price(tiers)
    vector.add_usage(quantities)


def add_per_unit(vector: Vector) -> None:
    """Quantity times a price."""
    vector.add_unit_price(vector.take_amount("unit_amount"))
    vector.add_usage(vector.quantities())


def add_included(vector: Vector) -> None:
    """Free units are a first tier at price 0; a usage discount counts what is left, at price 1."""
    free_units = fitting(vector.take("free_units"), 9, "free units")
    unit_amount = vector.take_amount("unit_amount") if "unit_amount" in vector.params else 1
    free = [(free_units, 0, 0)] if free_units else []
    vector.add_price([*free, (None, unit_amount, 0)])
    vector.add_usage(vector.quantities())


def add_percentage(vector: Vector) -> None:
    """A rate on value and, beside it, a fixed amount an event."""
    vector.drop_empty(
        "free_events", "free_amount", "free_running_totals", "per_transaction_min",
        "per_transaction_max",
    )
    vector.add_unit_price(Decimal(str(vector.take("rate_pct"))).scaleb(-2))
    fixed_amount = Decimal(str(vector.take("fixed_amount") or 0))
    if fixed_amount:
        vector.add_unit_price(fixed_amount, metric="count")
    quantities = vector.quantities()
    events_count = vector.take("event_count", len(quantities)) if any(quantities) else 0
    vector.add_usage((quantities + [Decimal(0)] * events_count)[:events_count])


def add_dynamic(vector: Vector) -> None:
    """The event carries the amount: a price of 1, or a multiplier, on value."""
    unit = vector.take("event_amounts_unit", "major")
    vector.add_unit_price(Decimal(str(vector.take("multiplier", 1))))
    vector.add_usage([vector.major(value, unit) for value in vector.quantities()])


def add_currency_rounding(vector: Vector) -> None:
    """The amount to round is the price of one unit."""
    vector.add_unit_price(vector.major(vector.entry["quantity"], vector.entry["unit"]))
    vector.add_usage([Decimal(1)])


def add_rounded_lines(vector: Vector) -> None:
    """Each amount is the price of a tier of one unit, hence a charge line."""
    amounts = vector.entry["amounts"] * int(vector.take("repeat", 1))
    vector.add_price([
        (Decimal(number), vector.major(amount, vector.entry["unit"]), 0)
        for number, amount in enumerate(amounts, start=1)
    ])
    vector.add_usage([Decimal(len(amounts))])


def add_blocks(vector: Vector) -> None:
    """Blocks of one unit are tiers; usage beyond the last one stays in it."""
    if vector.take("policy", "ALL_TIERS") != "ALL_TIERS":
        raise OutOfScope("pricing model volume (policy TOP_TIER): not built yet")
    tiers: list[tuple[Any, Any, Any]] = []
    blocks = vector.take("blocks") or []
    quantities = vector.quantities()
    for block in blocks:
        unknown = block.keys() - {"block_size", "max_blocks", "block_price"}
        if unknown or Decimal(block["block_size"]) != 1 or any(q % 1 for q in quantities):
            raise OutOfScope("pricing model package (blocks of several units): not built yet")
        capacity = block["max_blocks"] and Decimal(block["max_blocks"])
        up_to = capacity and (tiers[-1][0] if tiers else 0) + capacity
        tiers.append((up_to if block is not blocks[-1] else None, block["block_price"], 0))
    vector.add_price(tiers)
    vector.add_usage(quantities)


def add_base_and_blocks(vector: Vector) -> None:
    """A fee a period and blocks."""
    vector.add_unit_price(vector.take_amount("base_fee"), metric="period", outcome_type=None)
    add_blocks(vector)


def add_bucketed_per_unit(vector: Vector) -> None:
    """A price a unit; each bucket is a billing period."""
    vector.add_unit_price(vector.take_amount("unit_amount"))
    vector.add_buckets(vector.quantities())


def add_bucketed_graduated(vector: Vector) -> None:
    """Tiers that restart with each bucket, a billing period."""
    vector.add_price(tiers_of(vector))
    vector.add_buckets(vector.quantities())


def add_proration(vector: Vector) -> None:
    """A base fee under a contract that begins so many days before its period ends."""
    period_days, used_days = int(vector.take("period_days")), int(vector.take("used_days"))
    if period_days not in PERIODS:
        raise OutOfScope(f"a billing period of {period_days} days: periods are calendar periods")
    if not 0 < used_days <= period_days:
        raise OutOfScope(f"{used_days} of {period_days} days: no part of one period")
    vector.case.billing_cadence, after = PERIODS[period_days]
    vector.case.start_date = (after - timedelta(days=used_days)).isoformat()
    vector.case.end_date = after.isoformat()
    vector.add_unit_price(
        vector.take_amount("amount"), metric="period", outcome_type=None, proration="days"
    )


def add_matrix(vector: Vector) -> None:
    """Each cell is an outcome type of its own with its own price; the most specific comes first."""
    cells = sorted(vector.take("filters"), key=len, reverse=True)
    cells.append({"unit_amount": vector.take("default_unit_amount")})
    taken = ["event_type = 'cell.metered'"]
    for number, cell in enumerate(cells):
        filters = [f"(data ->> '{key}') = '{value}'" for key, value in cell.items()
                   if key != "unit_amount"]
        name = f"cell_{re.sub('[^a-z0-9]', '_', vector.case.id.lower())}_{number}"
        vector.case.definitions[name] = DEFINITION.format(predicate=" and ".join(taken + filters))
        vector.add_unit_price(vector.major(cell["unit_amount"], "major"), outcome_type=name)
        taken.append(f"not coalesce({' and '.join(filters) or 'true'}, false)")
    for number, row in enumerate(vector.entry["quantities"]):
        keys = {key: value for key, value in row.items() if key != "quantity"}
        vector.case.add_outcome(
            number, fitting(row["quantity"], 9, "quantity"), event_type="cell.metered", **keys
        )


MODELS: dict[str, Callable[[Vector], None]] = {
    "per_unit": add_per_unit,
    "per_unit_incremental": add_per_unit,
    "graduated": add_graduated,
    "graduated_incremental": add_graduated,
    "graduated_percentage": lambda vector: add_graduated(vector, "rate_pct"),
    "stairstep_cumulative": add_graduated,
    "graduated_tier_cap": add_graduated,
    "included": add_included,
    "usage_discount": add_included,
    "percentage": add_percentage,
    "dynamic": add_dynamic,
    "currency_rounding": add_currency_rounding,
    "subtotal_of_rounded_lines": add_rounded_lines,
    "block_graduated": add_blocks,
    "block_incremental": add_blocks,
    "hybrid_base_plus_blocks": add_base_and_blocks,
    "bucketed_per_unit": add_bucketed_per_unit,
    "bucketed_graduated": add_bucketed_graduated,
    "proration": add_proration,
    "matrix": add_matrix,
}
NOT_BUILT = {
    "rerate_": "the ledger, which posts differences",
    "late_event": "the ledger, which posts differences",
    "proration_change": "the ledger, which credits what was charged in advance",
    "proration_mixed": "the ledger, which credits what was charged in advance",
    "proration_credit_cap": "the ledger, which credits what was charged in advance",
    "proration_yearly_addon": "a price with a cadence of its own",
    "proration_coefficient": "a ratio that is no charge",
    "one_time": "one-time fees",
    "tax": "tax, which is handed off after rating",
    "allocation": "a total split by weights",
}


def missing(model: str) -> str:
    """Why a model is out of scope."""
    for beginning, reason in NOT_BUILT.items():
        if model.startswith(beginning):
            return f"{reason}: not built"
    return f"pricing model {model}: not built yet"


def translate(entry: Row) -> Case:
    """The case of one entry."""
    if entry["model"] not in MODELS:
        raise OutOfScope(missing(entry["model"]))
    unknown = entry.keys() - FIELDS
    if unknown:
        raise OutOfScope(f"field {', '.join(sorted(unknown))}: not built yet")
    vector = Vector(entry)
    already_rated = "already_rated_quantity" in vector.params
    already_billed = vector.take("already_billed_amount")
    check_decimals(vector)
    MODELS[entry["model"]](vector)
    for name, values in DESCRIPTIVE.items():
        if name in vector.params and vector.take(name) not in values:
            raise OutOfScope(f"param {name}: {entry['params'][name]}: not known")
    left = vector.params.keys() - IRRELEVANT
    if left:
        raise OutOfScope(f"param {', '.join(sorted(left))}: not built yet")
    add_checks(vector, already_rated, already_billed)
    if not vector.case.checks:
        raise OutOfScope("no figure to compare")
    return vector.case


def check_decimals(vector: Vector) -> None:
    """The digits that an entry rounds to must be its currency's."""
    digits = 0 if vector.entry["unit"] == "minor" else vector.digits
    if int(vector.take("decimals", digits)) != digits:
        raise OutOfScope(f"rounding to other digits than those of {vector.currency_code}")


def add_checks(vector: Vector, already_rated: bool, already_billed: Any) -> None:
    """The figures of an entry: its total, or what came on top, and its parts in order."""
    entry, account = vector.entry, vector.case.id
    column = column_of(entry["rounding"])
    unit = "major" if entry["unit"] == "units" else entry["unit"]

    def total(answers: Answers) -> Decimal:
        return sum((line[column] for line in answers.lines.get(account, [])), Decimal(0))

    def part(number: int) -> Callable[[Answers], Decimal]:
        is_line = entry["model"] == "subtotal_of_rounded_lines"
        return lambda answers: (
            (answers.lines if is_line else answers.outcomes)[account][number][column] or Decimal(0)
        )

    def later(answers: Answers) -> Decimal:
        return sum((row[column] or 0 for row in answers.outcomes[account][1:]), Decimal(0))

    if "expected_amount" in entry:
        expected = vector.major(entry["expected_amount"], unit)
        expected += vector.major(already_billed or 0, unit)
        is_later = already_rated and already_billed is None
        vector.case.checks.append(Check("expected_amount", expected, later if is_later else total))
    for number, amount in enumerate(entry.get("expected_amounts", [])):
        vector.case.checks.append(
            Check(f"expected_amounts[{number}]", vector.major(amount, unit), part(number))
        )


def column_of(rounding: str) -> str:
    """The column that answers an entry, by what its source did."""
    if rounding != EXACT and rounding not in ROUNDED:
        raise OutOfScope(f"rounding '{rounding}': not known")
    return "amount_exact" if rounding == EXACT else "amount"
