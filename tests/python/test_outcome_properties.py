"""The declared definitions against an oracle that walks each history event by event."""
import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import compiled_sql
import pytest

AS_OF = datetime(2026, 5, 1)
HISTORIES = 4_000
EVENT_TYPES = [
    "conversation.opened", "ai.answered", "ai.answered", "customer.replied", "customer.confirmed",
    "human.replied", "conversation.handed_off", "conversation.reopened",
]
STEPS = [
    timedelta(0), timedelta(minutes=1), timedelta(hours=5), timedelta(hours=23, minutes=59),
    timedelta(hours=24), timedelta(hours=72), timedelta(days=3, seconds=-1), timedelta(days=9),
    timedelta(days=14), timedelta(days=14, seconds=-1), timedelta(days=31),
]


@dataclass(frozen=True)
class Rules:
    """What differs between the definitions under test."""
    silence: timedelta
    reversible: timedelta
    assumable: frozenset[str] = frozenset(EVENT_TYPES)
    required: str | None = None
    confirming_basis: str = "confirmed"
    deadline: timedelta = timedelta(days=10_000)
    reversing: str = "conversation.reopened"


DEFINITIONS = {
    "v1": Rules(timedelta(hours=72), timedelta(days=14)),
    "v2": Rules(timedelta(hours=24), timedelta(days=30)),
    "strict": Rules(
        timedelta(hours=24), timedelta(days=14), frozenset(["ai.answered"]), "customer.replied",
        "verified",
    ),
    "deadline": Rules(
        timedelta(hours=24), timedelta(days=14), deadline=timedelta(hours=24),
        reversing="customer.confirmed",
    ),
}
STRICT = """{{ outcome_metering.outcome(
    opened_when       = "event_type = 'ai.answered'",
    verified_when     = "event_type = 'customer.confirmed'",
    assumed_after     = '24 hours',
    assumed_when      = "event_type = 'ai.answered'",
    requires          = {'no_reply': "event_type = 'customer.replied'"},
    disqualified_when = {
        'human_replied': "event_type = 'human.replied' and is_public",
        'handed_off': "event_type = 'conversation.handed_off'",
    },
    reversed_when     = {'reopened': "event_type = 'conversation.reopened'"},
    reversible_for    = '14 days',
) }}"""
DEADLINE = """{{ outcome_metering.outcome(
    opened_when       = "event_type = 'ai.answered'",
    confirmed_when    = "event_type = 'customer.confirmed'",
    assumed_after     = '24 hours',
    expires_after     = '24 hours',
    disqualified_when = {
        'human_replied': "event_type = 'human.replied' and is_public",
        'handed_off': "event_type = 'conversation.handed_off'",
    },
    reversed_when     = {'reopened': "event_type = 'customer.confirmed'"},
    reversible_for    = '14 days',
) }}"""
INLINE = {"strict": STRICT, "deadline": DEADLINE}


@dataclass(frozen=True, order=True)
class Event:
    """One event of a history."""
    occurred_at: datetime
    key: int
    type: str
    is_public: bool


def disqualifies(event: Event) -> str | None:
    """The reason code, if the event disqualifies."""
    if event.type == "human.replied" and event.is_public:
        return "human_replied"
    return "handed_off" if event.type == "conversation.handed_off" else None


def judge(history: list[Event], rules: Rules) -> tuple | None:
    """(status, basis, reason, settled_at, reversed_at) of one entity, or None if it never opened."""
    openings = [event for event in history if event.type == "ai.answered"]
    if not openings:
        return None
    opened_at = openings[0].occurred_at
    events = [event for event in history if event.occurred_at >= opened_at]
    quiet_from, last = opened_at, openings[0]
    deadline = opened_at + rules.deadline
    settled = decisive = None
    for instant in sorted({event.occurred_at for event in events}):
        if instant >= min(quiet_from + rules.silence, deadline):
            break
        now = [event for event in events if event.occurred_at == instant]
        reasons = [reason for event in now if (reason := disqualifies(event))]
        if reasons:
            return ("missed", None, reasons[0], instant, None)
        confirmations = [event for event in now if event.type == "customer.confirmed"]
        if confirmations:
            decisive = confirmations[0]
            settled = (instant, rules.confirming_basis)
            break
        quiet_from, last = instant, now[-1]
    if settled is None:
        if min(quiet_from + rules.silence, deadline) > AS_OF:
            return ("pending", None, None, None, None)
        if deadline < quiet_from + rules.silence:
            return ("missed", None, "expired", deadline, None)
        if last.type not in rules.assumable:
            return ("missed", None, "unanswered", quiet_from + rules.silence, None)
        settled = (quiet_from + rules.silence, "assumed")
    settled_at, basis = settled
    happened = {event.type for event in events if event.occurred_at <= settled_at}
    if rules.required and rules.required not in happened:
        return ("missed", None, "no_reply", settled_at, None)
    reversals = [
        event.occurred_at for event in events
        if event.type == rules.reversing and event != (decisive or last)
        and settled_at <= event.occurred_at < settled_at + rules.reversible
    ]
    if reversals:
        return ("reversed", basis, "reopened", settled_at, reversals[0])
    return ("confirmed", basis, None, settled_at, None)


def random_history(random_: random.Random) -> list[Event]:
    """A few events, many of them at the very edge of a window or at one instant."""
    time = datetime(2026, 1, 1) + timedelta(days=random_.randrange(100))
    events = []
    for _ in range(random_.randrange(1, 9)):
        events.append(Event(
            time, random_.randrange(10**6), random_.choice(EVENT_TYPES), random_.random() < 0.6
        ))
        time += random_.choice(STEPS)
    return sorted(event for event in events if event.occurred_at <= AS_OF)


@pytest.fixture(scope="module")
def histories() -> list[list[Event]]:
    """The same histories on each run."""
    random_ = random.Random(7)
    return [random_history(random_) for _ in range(HISTORIES)]


@pytest.fixture(scope="module")
def connection(histories):
    """A database with the histories, in no order, as accepted events."""
    with compiled_sql.connect() as connection:
        connection.execute("""
            create table stg_product_logs__events (
                account_id varchar, subject varchar, event_key decimal(38, 0), event_type varchar,
                is_public boolean, occurred_at timestamp, currency_code varchar
            )
        """)
        rows = [
            (f"account-{i % 3}", f"conversation-{i}", event.key
             + int((event.occurred_at - datetime(1970, 1, 1)).total_seconds()) * 10**6,
             event.type, event.is_public, event.occurred_at, None)
            for i, history in enumerate(histories) for event in history
        ]
        random.Random(3).shuffle(rows)
        connection.execute(
            "insert into stg_product_logs__events select unnest($1), unnest($2), unnest($3),"
            " unnest($4), unnest($5), unnest($6), unnest($7)",
            [list(column) for column in zip(*rows)],
        )
        yield connection


def compiled(name: str, target: Path) -> str:
    """The SQL of a definition under test."""
    if name in INLINE:
        return compiled_sql.inline(target, INLINE[name])
    return compiled_sql.model(target, f"outcome_conversation_resolved.{name}")


@pytest.mark.parametrize("name", DEFINITIONS)
def test_definitions_settle_as_the_rules_say(name, histories, connection, tmp_path):
    sql = compiled(name, tmp_path)
    found = {
        row[0]: row[1:] for row in connection.execute(
            f"select subject, status, basis, reason_code, settled_at, reversed_at from ({sql})"
        ).fetchall()
    }
    expected = {
        f"conversation-{i}": verdict for i, history in enumerate(histories)
        if (verdict := judge(history, DEFINITIONS[name]))
    }
    assert {verdict[0] for verdict in expected.values()} == {
        "pending", "confirmed", "missed", "reversed"
    }
    differences = [
        (histories[int(key.split("-")[1])], expected.get(key), found.get(key))
        for key in expected.keys() | found.keys() if expected.get(key) != found.get(key)
    ]
    assert not differences, differences[:3]
