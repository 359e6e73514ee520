"""Money and pricing macros against an oracle written from their definitions, in exact arithmetic."""
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import compiled_sql
import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

DIGITS = [0, 2, 3, 4]
CASES = settings(max_examples=300, deadline=None)

amounts = st.decimals(min_value=-(10**15), max_value=10**15, places=12)
quantities = st.decimals(min_value=0, max_value=10**6, places=9)


@pytest.fixture(scope="module")
def target(tmp_path_factory):
    """Where dbt compiles to."""
    return tmp_path_factory.mktemp("compiled")


@pytest.fixture(scope="module")
def connection():
    """An empty database."""
    with compiled_sql.connect() as connection:
        yield connection


def scalar(connection, sql: str, *values):
    """The one value of a query."""
    return connection.execute(sql, list(values)).fetchone()[0]


def rounded(amount: Decimal, digits: int) -> Decimal:
    """Half away from zero."""
    with localcontext(prec=60):
        return amount.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def test_round_money_rounds_half_away_from_zero(target, connection):
    sql = "select " + compiled_sql.inline(
        target, "{{ outcome_metering.round_money('cast($1 as decimal(38, 21))', '$2') }}"
    )

    @CASES
    @given(amounts, st.sampled_from(DIGITS))
    def check(amount, digits):
        assert scalar(connection, sql, amount, digits) == rounded(amount, digits)

    check()


def test_multiply_ratio_is_exact_to_the_twelfth_digit(target, connection):
    sql = "select " + compiled_sql.inline(
        target, "{{ outcome_metering.multiply_ratio('cast($1 as decimal(38, 21))', '$2', '$3') }}"
    )

    @CASES
    @given(amounts, st.integers(0, 366), st.integers(1, 366))
    def check(amount, numerator, denominator):
        exact = Fraction(amount) * numerator / denominator
        found = Fraction(scalar(connection, sql, amount, numerator, denominator))
        assert abs(found - exact) <= Fraction(1, 2 * 10**12)

    check()


def test_multiply_ratio_rounds_half_away_from_zero(target, connection):
    sql = "select " + compiled_sql.inline(
        target, "{{ outcome_metering.multiply_ratio('cast($1 as decimal(38, 21))', '$2', '$3') }}"
    )
    smallest = Decimal("0.000000000001")
    assert scalar(connection, sql, smallest, 1, 2) == smallest
    assert scalar(connection, sql, -smallest, 1, 2) == -smallest
    assert scalar(connection, sql, smallest, 1, 3) == 0


@st.composite
def tier_lists(draw):
    """Tiers (from, to] without gaps, the last one unbounded, with prices down to 1e-12."""
    bounds = sorted(draw(st.sets(quantities.filter(bool), max_size=5)))
    prices = st.decimals(min_value=0, max_value=10**4, places=12)
    return [
        (lower, upper, draw(prices), draw(prices))
        for lower, upper in zip([Decimal(0), *bounds], [*bounds, None])
    ]


def price(tiers, quantity: Decimal) -> Decimal:
    """F(q): what a cumulative quantity costs under graduated tiers."""
    with localcontext(prec=60):
        total = Decimal(0)
        for lower, upper, unit_amount, flat_amount in tiers:
            if quantity > lower:
                upper = quantity if upper is None else min(quantity, upper)
                total += (upper - lower) * unit_amount + flat_amount
        return total


def test_graduated_tiers_price_every_quantity(target, connection):
    units = compiled_sql.inline(
        target, "{{ outcome_metering.units_priced(\"'graduated'\", 'cast($1 as decimal(38, 9))', 'tiers') }}"
    )
    sql = f"""
        select
            sum(cast({units} * unit_amount as decimal(38, 21))
            + case when {units} > 0 then flat_amount else 0 end)
        from tiers
    """
    connection.execute("""
        create or replace table tiers (
            tier_from decimal(38, 9), tier_to decimal(38, 9),
            unit_amount decimal(38, 12), flat_amount decimal(38, 12)
        )
    """)

    @CASES
    @given(tier_lists(), quantities)
    def check(tiers, quantity):
        connection.execute("truncate tiers")
        connection.executemany("insert into tiers values (?, ?, ?, ?)", tiers)
        assert scalar(connection, sql, quantity) == price(tiers, quantity)

    check()


def test_unit_price_bills_every_unit_and_nothing_below_zero(target, connection):
    sql = "select " + compiled_sql.inline(
        target, "{{ outcome_metering.units_priced(\"'unit'\", 'cast($1 as decimal(38, 9))', 'tiers') }}"
    ) + " from (values (0, null)) as tiers (tier_from, tier_to)"

    @CASES
    @given(st.decimals(min_value=-(10**6), max_value=10**6, places=9))
    def check(quantity):
        assert scalar(connection, sql, quantity) == max(quantity, 0)

    check()


def test_an_unknown_pricing_model_is_named(target, connection):
    sql = "select " + compiled_sql.inline(
        target, "{{ outcome_metering.units_priced(\"'guesswork'\", '1', 'tiers') }}"
    )
    with pytest.raises(duckdb.Error, match="unknown pricing model: guesswork"):
        scalar(connection, sql + " from (values (0, null)) as tiers (tier_from, tier_to)")


def largest_remainder(parts: list[Decimal], whole: Decimal, unit: Decimal) -> list[Decimal]:
    """Hamilton's method, ties to the first part."""
    with localcontext(prec=60):
        quotas = [part.quantize(unit, ROUND_FLOOR) for part in parts]
        left = int((whole - sum(quotas)) / unit)
        order = sorted(range(len(parts)), key=lambda i: (quotas[i] - parts[i], i))
        return [quota + (unit if i in order[:left] else 0) for i, quota in enumerate(quotas)]


def test_allocations_add_up_and_follow_the_largest_remainder(target, connection):
    allocation = compiled_sql.inline(target, """{{ outcome_metering.allocate_exactly(
        whole='whole', quota='quota', remainder='(part - quota)', unit='unit',
        partition_by='line', tie_key='place') }}""")
    connection.execute("""
        create or replace table parts (
            line integer, place integer, part decimal(38, 21), quota decimal(38, 9),
            whole decimal(38, 9), unit decimal(38, 9)
        )
    """)
    sql = f"select {allocation} as amount from parts order by place"

    @CASES
    @given(
        st.lists(st.decimals(min_value=0, max_value=10**6, places=12), min_size=1, max_size=12),
        st.sampled_from(DIGITS),
    )
    def check(parts, digits):
        with localcontext(prec=60):
            unit = Decimal(1).scaleb(-digits)
            whole = rounded(sum(parts), digits)
        rows = [
            (1, i, part, part.quantize(unit, ROUND_FLOOR), whole, unit)
            for i, part in enumerate(parts)
        ]
        connection.execute("truncate parts")
        connection.executemany("insert into parts values (?, ?, ?, ?, ?, ?)", rows)
        found = [row[0] for row in connection.execute(sql).fetchall()]
        assert found == largest_remainder(parts, whole, unit)
        assert sum(found) == whole

    check()


def test_surrogate_keys_differ_whatever_the_characters(target, connection):
    sql = "select " + compiled_sql.inline(target, "{{ outcome_metering.surrogate_key(['$1', '$2']) }}")
    parts = st.one_of(st.none(), st.text(alphabet="a:-1|ü ", max_size=4))

    @CASES
    @given(st.tuples(parts, parts), st.tuples(parts, parts))
    def check(one, other):
        same = scalar(connection, sql, *one) == scalar(connection, sql, *other)
        assert same == (one == other)

    check()
