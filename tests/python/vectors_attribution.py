"""Attribution vectors as touches and outcomes on the log. Shares are left to the project."""
import re
from datetime import timedelta
from decimal import Decimal
from typing import Any

import vectors_pricing
from vectors import OUTCOME_TYPE, START, Case, Check, OutOfScope

Row = dict[str, Any]
Path = tuple[list[str], int, int]  # touches in order, outcomes after them, paths without an outcome

METHODS = {
    "first": "first_touch", "first_touch": "first_touch", "last": "last_touch",
    "last_touch": "last_touch", "linear": "linear", "linear (counts repeats)": "linear",
}
# Params of other methods of the same entry, and totals that only scale its figures.
IRRELEVANT = {
    "position", "half_life_days", "order", "ca_nsim", "ca_seed", "ca_max_step", "revenue",
    "value_per_path",
}
# Published figures are floats or have 12 digits.
TOLERANCE = Decimal("1e-9")


def translate(entry: Row) -> dict[str, Case | OutOfScope]:
    """The cases of one entry; an entry with the figures of several methods makes one for each."""
    if entry["method"] == "graduated tiers":
        return _tiers(entry)
    if entry["method"].startswith("outcome definition"):
        return {entry["id"]: OutOfScope("a real log: asserted in examples/")}
    if entry["method"] in ("lookback boundary", "last_n_touch(credit vector)"):
        return {entry["id"]: _attempt(_timed, entry)}
    expected = entry["expected"]
    if isinstance(expected, dict) and expected.keys() & METHODS.keys():
        return {
            f"{entry['id']}:{method}": _attempt(_paths, entry, method, figures)
            for method, figures in expected.items()
        }
    return {entry["id"]: _attempt(_paths, entry, entry["method"], expected)}


def _attempt(make: Any, *arguments: Any) -> Case | OutOfScope:
    """A case, or why there is none."""
    try:
        return make(*arguments)
    except OutOfScope as reason:
        return reason


def _case(case_id: str, method: str, lookback_seconds: int | None = None) -> Case:
    """An account whose outcomes are attributed by a policy of its own."""
    policy_id = re.sub("[^a-z0-9]", "_", case_id.lower())
    return Case(case_id, policy={
        "attribution_policy_id": policy_id, "method": method, "billing_rule": "fractional",
        "lookback_seconds": lookback_seconds, "is_default": "false",
    })


def _paths(entry: Row, name: str, figures: Any) -> Case:
    """Every path as often as it was seen, and each contributor's share of the outcomes."""
    if name.endswith("_value"):
        raise OutOfScope("attributed value by contributor: no public table has it")
    if name.endswith("in window"):
        raise OutOfScope("the entry doesn't say when the outcome happened")
    if name not in METHODS:
        raise OutOfScope(f"method {name}: not built yet")
    paths = _read_paths(entry, figures)
    _check_params(entry, paths)
    case = _case(f"{entry['id']}:{name}", METHODS[name])
    outcomes_count = 0
    for touches, conversions, nulls in paths:
        for number in range(conversions + nulls):
            subject = f"{case.id}/{len(case.events)}"
            for place, contributor in enumerate(touches):
                _touch(case, subject, contributor, place)
            if number < conversions:
                case.add_event(subject, START + timedelta(seconds=len(touches)), OUTCOME_TYPE)
                outcomes_count += 1
    if isinstance(figures, list):
        figures = _by_contributor(paths[0][0], figures)
    _expect(case, figures, outcomes_count)
    return case


def _read_paths(entry: Row, figures: Any) -> list[Path]:
    """Paths in any of the spellings: text, text with counts, or one path as a list of touches."""
    paths = entry.get("paths") or []
    if isinstance(figures, list) and len(paths) == len(figures) > 1:
        return [(paths, 1, 0)]
    return [
        (path.split(" > "), 1, 0) if isinstance(path, str)
        else (path["path"].split(" > "), path["conversions"], path["null"])
        for path in paths
    ]


def _check_params(entry: Row, paths: list[Path]) -> None:
    """Refuses params that would change the figures."""
    has_repeats = any(
        earlier == later for touches, _, _ in paths for earlier, later in zip(touches, touches[1:])
    )
    harmless = set() if has_repeats else {"path_transform"}
    left = entry["params"].keys() - IRRELEVANT - harmless
    if left:
        raise OutOfScope(f"param {', '.join(sorted(left))}: not built yet")


def _timed(entry: Row) -> Case:
    """Touches at given seconds before one outcome; equal credit for all of them is linear."""
    params, touches = dict(entry["params"]), entry["touches"]
    credit = params.pop("credit")
    if len(set(credit)) > 1 or len(touches) > len(credit):
        raise OutOfScope("method last_n_touch with unequal credit: not built yet")
    if any("priority" in touch for touch in touches):
        raise OutOfScope("touch key priority: not built yet")
    conversion = params.pop("conversion_t_s", max(touch["t"] for touch in touches) + 1)
    lookback_days = params.pop("lookback_days", None)
    left = params.keys() - {"value", "buckets"}
    if left:
        raise OutOfScope(f"param {', '.join(sorted(left))}: not built yet")
    case = _case(entry["id"], "linear", lookback_days and lookback_days * 86400)
    for touch in touches:
        _touch(case, case.id, str(touch["i"]), touch["t"])
    case.add_event(case.id, START + timedelta(seconds=conversion), OUTCOME_TYPE)
    _expect(case, {str(i): figure for i, figure in enumerate(entry["expected"])}, 1)
    return case


def _touch(case: Case, subject: str, contributor: str, seconds: int) -> None:
    """One touch by a contributor."""
    case.add_event(
        subject, START + timedelta(seconds=seconds), "touched",
        actor_id=contributor, actor_kind="channel",
    )


def _by_contributor(touches: list[str], figures: list[float]) -> dict[str, Decimal]:
    """Figures by touch, added up by contributor."""
    sums: dict[str, Decimal] = {}
    for contributor, figure in zip(touches, figures):
        sums[contributor] = sums.get(contributor, Decimal(0)) + Decimal(str(figure))
    return sums


def _expect(case: Case, figures: Row, outcomes_count: int) -> None:
    """The figures, in whatever unit, as shares of the outcomes."""
    values = {name: Decimal(str(figure)) for name, figure in figures.items()}
    whole = sum(values.values())
    for name, value in values.items():
        case.checks.append(Check(
            f"share of {name}",
            value * outcomes_count / whole,
            lambda answers, name=name: answers.shares.get((case.id, name), Decimal(0)),
            TOLERANCE * outcomes_count,
        ))


def _tiers(entry: Row) -> dict[str, Case | OutOfScope]:
    """A worked price: tiers of so many units at a price, and one quantity."""
    up_to, tiers = Decimal(0), []
    for size, unit_amount in entry["params"]["tiers"]:
        up_to += Decimal(str(size))
        tiers.append({"up_to": up_to, "unit_amount": Decimal(str(unit_amount))})
    (quantity,) = entry["usage"].values()
    expected = dict(entry["expected"])
    case = vectors_pricing.translate({
        "id": entry["id"], "model": "graduated", "params": {"tiers": tiers}, "quantity": quantity,
        "expected_amount": expected.pop("total"), "unit": "major", "rounding": "half-up",
    })
    for number, amount in enumerate(expected.pop("tier_amounts", [])):
        case.checks.append(Check(
            f"tier_amounts[{number}]",
            Decimal(str(amount)),
            lambda answers, number=number: answers.lines[case.id][number]["amount"],
        ))
    left = {name: OutOfScope(f"figure {name}: no public table has it") for name in expected}
    return {entry["id"]: case, **{f"{entry['id']}:{name}": why for name, why in left.items()}}
