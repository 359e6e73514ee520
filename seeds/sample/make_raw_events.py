"""Writes raw_events.csv, the synthetic product log of the sample: the same bytes at every run.

First the everyday businesses, drawn by a seeded generator; then the awkward cases, each at fixed
times and under fixed ids. README.md lists the cases and what must come of them.
"""

import csv
import json
import random
from collections import namedtuple
from datetime import datetime, timedelta, timezone
from itertools import count
from pathlib import Path

COLUMNS = ['id', 'source', 'type', 'subject', 'time', 'data', 'account_id', 'received_at']
AS_OF = datetime(2026, 5, 1, tzinfo=timezone.utc)
MONTHS = [1, 2, 3, 4]
TOKYO = timezone(timedelta(hours=9))

DESK, CRM, PAYMENTS = 'support/desk', 'crm', 'payments'

ACTOR_KINDS = {
    'ai_support': 'ai', 'ai_sales': 'ai', 'ai_disputes': 'ai', 'ai_unlisted': 'ai',
    'human_ada': 'human', 'human_ben': 'human', 'human_cleo': 'human', 'human_dai': 'human',
    'human_eve': 'human', 'human_zoe': 'human',
    'partner_north': 'partner', 'customer': 'customer', 'network': 'third_party',
}
USUAL_ACTORS = {'ai.answered': 'ai_support', 'conversation.handed_off': 'ai_support'}


# The log

def parse(text):
    return datetime.fromisoformat(text)


def iso(instant):
    return instant.astimezone(timezone.utc).isoformat(timespec='seconds').replace('+00:00', 'Z')


def seconds_after(text, seconds):
    return iso(parse(text) + timedelta(seconds=seconds))


class Log:
    """Rows in the order told; written in the order received."""

    def __init__(self):
        self.rows = []
        self.ids = {}

    def next_id(self, source):
        numbers = self.ids.setdefault(source, count(1))
        return f'{source.split("/")[-1]}-{next(numbers):05d}'

    def write(self, path):
        self.rows.sort(key=lambda row: row[0])
        with path.open('w', newline='', encoding='utf-8') as file:
            writer = csv.DictWriter(file, COLUMNS, lineterminator='\n')
            writer.writeheader()
            writer.writerows(row for _, row in self.rows)


class Thread:
    """The events of one subject of one account."""

    def __init__(self, log, source, account, subject, next_id):
        self.log, self.source, self.account, self.subject = log, source, account, subject
        self.next_id = next_id
        self.told = []

    def add(self, event_type, time, received=None, actor=None, columns=None, **data):
        """One event, received five seconds later unless told; `columns` overwrites raw columns."""
        actor = actor or USUAL_ACTORS.get(event_type, 'customer')
        if event_type == 'ai.answered':
            data.setdefault('is_public', True)
        data = {'actor_id': actor, 'actor_kind': ACTOR_KINDS[actor]} | data
        received = received or seconds_after(time, 5)
        row = {
            'id': self.next_id(),
            'source': self.source,
            'type': event_type,
            'subject': self.subject,
            'time': time,
            'data': json.dumps(data, ensure_ascii=False, separators=(',', ':')),
            'account_id': self.account,
            'received_at': received,
        } | (columns or {})
        self.log.rows.append((parse(received), row))
        self.told.append(row)
        return row

    def resend(self, row, received, **columns):
        """The same id from the same source once more."""
        self.log.rows.append((parse(received), row | {'received_at': received} | columns))


# The everyday businesses: a story is a weight and its steps; a step comes `minutes` after the one before

Step = namedtuple('Step', ['type', 'actor', 'minutes', 'data'], defaults=[{}])

OPENED = Step('conversation.opened', 'customer', (0, 0))
ANSWERED = Step('ai.answered', 'ai_support', (1, 8))
REPLIED = Step('customer.replied', 'customer', (3, 240))
CONFIRMED = Step('customer.confirmed', 'customer', (5, 600))
HUMAN = Step('human.replied', ('human_ada', 'human_ben'), (10, 400), {'is_public': True})
NOTE = Step('human.replied', ('human_ada', 'human_ben'), (10, 400), {'is_public': False})
HANDED_OFF = Step('conversation.handed_off', 'ai_support', (1, 30))
REOPENED = Step('conversation.reopened', 'customer', (4 * 1440, 18 * 1440))

CONVERSATION_STORIES = [
    (26, [OPENED, ANSWERED, CONFIRMED]),
    (14, [OPENED, ANSWERED, REPLIED, ANSWERED, CONFIRMED]),
    (22, [OPENED, ANSWERED]),
    (8, [OPENED, ANSWERED, REPLIED, ANSWERED]),
    (9, [OPENED, ANSWERED, REPLIED, HUMAN]),
    (7, [OPENED, ANSWERED, REPLIED, HANDED_OFF, HUMAN]),
    (5, [OPENED, ANSWERED, NOTE, ANSWERED, CONFIRMED]),
    (2, [OPENED, ANSWERED, NOTE]),
    (4, [OPENED, ANSWERED, CONFIRMED, REOPENED, HUMAN]),
    (3, [OPENED, ANSWERED, REOPENED, ANSWERED, CONFIRMED]),
]

CREATED = Step('lead.created', 'customer', (0, 0))
CONTACTED_AI = Step('lead.contacted', 'ai_sales', (5, 2880))
CONTACTED_HUMAN = Step('lead.contacted', ('human_cleo', 'human_dai'), (30, 4320))
CONTACTED_PARTNER = Step('lead.contacted', 'partner_north', (30, 4320))
ACCEPTED = Step('lead.accepted', 'customer', (120, 14 * 1440))
REJECTED = Step('lead.rejected', 'customer', (120, 14 * 1440), {'reason': 'no budget'})
MARKED_DUPLICATE = Step('lead.marked_duplicate', ('human_cleo', 'human_dai'), (30, 4320))
RETURNED = Step('lead.returned', 'customer', (1440, 10 * 1440), {'reason': 'wrong number'})

LEAD_STORIES = [
    (24, [CREATED, CONTACTED_AI, ACCEPTED]),
    (16, [CREATED, CONTACTED_AI, CONTACTED_HUMAN, ACCEPTED]),
    (7, [CREATED, CONTACTED_AI, CONTACTED_AI, CONTACTED_HUMAN, ACCEPTED]),
    (8, [CREATED, CONTACTED_PARTNER, CONTACTED_AI, ACCEPTED]),
    (5, [CREATED, CONTACTED_AI, CONTACTED_HUMAN, CONTACTED_PARTNER, ACCEPTED]),
    (7, [CREATED, CONTACTED_HUMAN, ACCEPTED]),
    (3, [CREATED, ACCEPTED]),
    (12, [CREATED, CONTACTED_AI, REJECTED]),
    (5, [CREATED, MARKED_DUPLICATE]),
    (5, [CREATED, CONTACTED_AI, ACCEPTED, RETURNED]),
    (8, [CREATED, CONTACTED_AI]),
]

BOOKED_AI = Step('meeting.booked', 'ai_sales', (0, 0))
BOOKED_HUMAN = Step('meeting.booked', 'human_cleo', (0, 0))
STARTED = Step('meeting.started', 'customer', (1440, 9 * 1440))
ENDED = Step('meeting.ended', 'customer', (16, 60))
ENDED_EARLY = Step('meeting.ended', 'customer', (2, 13))

MEETING_STORIES = [
    (58, [BOOKED_AI, STARTED, ENDED]),
    (26, [BOOKED_HUMAN, STARTED, ENDED]),
    (10, [BOOKED_AI, STARTED, ENDED_EARLY]),
    (6, [BOOKED_AI]),
]

DISPUTED = Step('dispute.opened', 'network', (0, 0))
EVIDENCE_AI = Step('dispute.evidence_submitted', 'ai_disputes', (60, 5 * 1440))
EVIDENCE_HUMAN = Step('dispute.evidence_submitted', 'human_eve', (60, 5 * 1440))
WON = Step('dispute.won', 'network', (3 * 1440, 20 * 1440))
LOST = Step('dispute.lost', 'network', (3 * 1440, 20 * 1440))
DISPUTED_AGAIN = Step('dispute.reopened', 'network', (2 * 1440, 30 * 1440))

DISPUTE_STORIES = [
    (40, [DISPUTED, EVIDENCE_AI, WON]),
    (14, [DISPUTED, EVIDENCE_AI, EVIDENCE_HUMAN, WON]),
    (6, [DISPUTED, EVIDENCE_HUMAN, EVIDENCE_AI, WON]),
    (6, [DISPUTED, EVIDENCE_HUMAN, WON]),
    (24, [DISPUTED, EVIDENCE_AI, LOST]),
    (4, [DISPUTED, LOST]),
    (6, [DISPUTED, EVIDENCE_AI, WON, DISPUTED_AGAIN]),
]


def everyday(log, rng, source, account, noun, stories, per_month, starts=(1, 1), facts=None):
    """Threads that begin at random instants of each month, each told as one of the stories."""
    numbers = count(1)
    for month, threads in zip(MONTHS, per_month):
        first = datetime(2026, month, starts[1] if month == starts[0] else 1, tzinfo=timezone.utc)
        seconds = int((datetime(2026, month + 1, 1, tzinfo=timezone.utc) - first).total_seconds())
        for begins in sorted(rng.randrange(seconds) for _ in range(threads)):
            subject = f'{noun}_{account.removeprefix("acct_")}_{next(numbers):04d}'
            thread = Thread(log, source, account, subject, lambda: log.next_id(source))
            story = rng.choices([steps for _, steps in stories], [weight for weight, _ in stories])[0]
            tell(thread, rng, story, first + timedelta(seconds=begins), facts(rng) if facts else {})


def tell(thread, rng, story, begins, facts):
    """The steps of a story up to the end of the sample; the first and a win carry the facts."""
    happens = begins
    for number, step in enumerate(story):
        happens += timedelta(seconds=rng.randint(*(minutes * 60 for minutes in step.minutes)))
        received = happens + timedelta(seconds=rng.randint(1, 90))
        if received > AS_OF:
            return
        actor = step.actor if isinstance(step.actor, str) else rng.choice(step.actor)
        data = step.data | (facts if number == 0 or step == WON else {})
        thread.add(step.type, stated(rng, thread.account, happens), iso(received), actor, **data)


def stated(rng, account, instant):
    """Some senders write their own offset, some write milliseconds."""
    if account == 'acct_borealis' and rng.random() < 0.03:
        return instant.astimezone(TOKYO).isoformat(timespec='seconds')
    if account == 'acct_cascade' and rng.random() < 0.05:
        return iso(instant).replace('Z', f'.{rng.randrange(1000):03d}Z')
    return iso(instant)


def channel(rng):
    return {'channel': rng.choice(['chat', 'email', 'web'])}


def dinars(rng):
    return {'amount': f'{rng.randint(2, 180)}.{rng.randrange(0, 1000, 5):03d}', 'currency_code': 'KWD'}


def dollars(rng):
    return {'amount': f'{rng.randint(40, 600)}.{rng.randrange(100):02d}', 'currency_code': 'USD'}


def support(log, rng):
    for account, per_month, starts in [
        ('acct_aurora', (60, 64, 150, 62), (1, 1)),
        ('acct_borealis', (45, 44, 46, 45), (1, 3)),
        ('acct_ember', (30, 28, 33, 30), (1, 1)),
        ('acct_fjord', (10, 9, 11, 10), (1, 1)),
        ('acct_glacier', (15, 14, 16, 15), (1, 1)),
    ]:
        everyday(log, rng, DESK, account, 'conv', CONVERSATION_STORIES, per_month, starts, channel)


def leads(log, rng):
    everyday(log, rng, CRM, 'acct_delta', 'lead', LEAD_STORIES, (34, 33, 38, 35))
    everyday(log, rng, CRM, 'acct_ember', 'lead', LEAD_STORIES, (14, 15, 16, 14))


def meetings(log, rng):
    everyday(log, rng, CRM, 'acct_delta', 'meeting', MEETING_STORIES, (11, 12, 13, 12))


def chargebacks(log, rng):
    everyday(log, rng, PAYMENTS, 'acct_cascade', 'dispute', DISPUTE_STORIES, (20, 19, 22, 20), facts=dinars)
    everyday(log, rng, PAYMENTS, 'acct_harbor', 'dispute', DISPUTE_STORIES, (14, 16, 17, 15), facts=dollars)
    everyday(log, rng, PAYMENTS, 'acct_glacier', 'dispute', DISPUTE_STORIES, (2, 2, 2, 1), facts=dollars)


# The awkward cases: the subject is case_<name>, the ids are case-<name>-1, -2 and so on

def thread_of(log, source, account, name):
    numbers = count(1)
    prefix = f'case-{name.replace("_", "-")}'
    return Thread(log, source, account, f'case_{name}', lambda: f'{prefix}-{next(numbers)}')


def conversation(log, name, answered, account='acct_aurora'):
    """Opened a minute before its first answer: events -1 and -2."""
    thread = thread_of(log, DESK, account, name)
    thread.add('conversation.opened', seconds_after(answered, -60))
    thread.add('ai.answered', answered)
    return thread


def lead(log, name, created, account='acct_delta'):
    thread = thread_of(log, CRM, account, name)
    thread.add('lead.created', created)
    return thread


def meeting(log, name, booked, actor='ai_sales'):
    thread = thread_of(log, CRM, 'acct_delta', name)
    thread.add('meeting.booked', booked, actor=actor)
    return thread


def dispute(log, name, opened, account='acct_cascade', evidence=(), won=None, amount='100.000', currency='KWD'):
    """Opened, then a piece of evidence a day by each actor named, then won if a time is given."""
    thread = thread_of(log, PAYMENTS, account, name)
    thread.add('dispute.opened', opened, actor='network', amount=amount, currency_code=currency)
    for days, actor in enumerate(evidence, start=1):
        thread.add('dispute.evidence_submitted', seconds_after(opened, days * 86400), actor=actor)
    if won:
        thread.add('dispute.won', won, actor='network', amount=amount, currency_code=currency)
    return thread


def harbor_dispute(log, name, opened, **rest):
    return dispute(log, name, opened, 'acct_harbor', **({'amount': '100.00', 'currency': 'USD'} | rest))


# Arrival

def duplicates_with_equal_body(log):
    for number, day in enumerate(['2026-01-13', '2026-02-11', '2026-03-11', '2026-04-14'], start=1):
        thread = conversation(log, f'duplicate_equal_{number}', f'{day}T15:00:00Z')
        thread.add('customer.confirmed', f'{day}T15:20:00Z')
        waits = [0, 600, 1200] if number == 1 else [60, 86400, 9 * 86400]
        for row, wait in zip(thread.told, waits):
            thread.resend(row, seconds_after(row['received_at'], wait))


def duplicates_with_differing_body(log):
    thread = dispute(
        log, 'duplicate_differing_amount', '2026-02-02T09:00:00Z',
        evidence=['ai_disputes'], won='2026-02-12T09:00:00Z',
    )
    won = thread.told[-1]
    thread.resend(won, '2026-02-12T10:00:00Z', data=won['data'].replace('100.000', '900.000'))

    thread = lead(log, 'duplicate_differing_actor', '2026-02-03T09:00:00Z')
    contacted = thread.add('lead.contacted', '2026-02-04T09:00:00Z', actor='ai_sales')
    thread.add('lead.accepted', '2026-02-06T09:00:00Z')
    thread.resend(
        contacted, '2026-02-05T09:00:00Z',
        data=contacted['data'].replace('ai_sales', 'human_cleo').replace('"ai"', '"human"'),
    )

    thread = conversation(log, 'duplicate_differing_time', '2026-02-04T15:00:00Z')
    confirmed = thread.add('customer.confirmed', '2026-02-04T16:00:00Z')
    thread.resend(confirmed, '2026-02-04T17:00:00Z', time='2026-02-04T15:30:00Z')


def duplicate_of_a_refused_event(log):
    thread = thread_of(log, DESK, 'acct_aurora', 'duplicate_repaired')
    thread.add('conversation.opened', '2026-02-16T14:59:00Z')
    answered = thread.add('ai.answered', '2026-02-16T15:00:00Z')
    thread.add('customer.confirmed', '2026-02-16T15:30:00Z')
    thread.resend(answered, '2026-02-16T15:00:01Z', data=answered['data'][:-1])


def same_id_from_two_sources(log):
    thread = thread_of(log, DESK, 'acct_aurora', 'same_id')
    thread.add('ai.answered', '2026-02-17T15:00:00Z')
    thread.add(
        'customer.confirmed', '2026-02-17T15:10:00Z',
        columns={'id': 'case-same-id-1', 'source': 'support/voice'},
    )


def out_of_order_arrival(log):
    thread = thread_of(log, DESK, 'acct_aurora', 'out_of_order_confirm')
    thread.add('conversation.opened', '2026-02-18T14:59:00Z', '2026-02-18T15:45:00Z')
    thread.add('ai.answered', '2026-02-18T15:00:00Z', '2026-02-18T15:31:00Z')
    thread.add('customer.confirmed', '2026-02-18T15:20:00Z')

    thread = conversation(log, 'out_of_order_reply', '2026-02-18T17:00:00Z')
    thread.add('customer.confirmed', '2026-02-18T17:20:00Z')
    thread.add('human.replied', '2026-02-18T17:10:00Z', '2026-02-18T18:00:00Z', 'human_ben', is_public=True)


def late_arrival(log):
    thread = conversation(log, 'late_reply', '2026-01-20T15:00:00Z')
    thread.add('human.replied', '2026-01-21T20:00:00Z', '2026-02-20T08:00:00Z', 'human_ada', is_public=True)

    thread = dispute(log, 'late_win', '2026-01-12T09:00:00Z', evidence=['ai_disputes'], amount='40.000')
    thread.add(
        'dispute.won', '2026-01-26T09:00:00Z', '2026-02-18T09:00:00Z', 'network',
        amount='40.000', currency_code='KWD',
    )

    thread = conversation(log, 'late_reopening', '2026-01-26T15:00:00Z')
    thread.add('customer.confirmed', '2026-01-26T15:30:00Z')
    thread.add('conversation.reopened', '2026-02-03T15:00:00Z', '2026-03-12T08:00:00Z')


# Refused and odd events

def refused_answers(log):
    """Conversations whose only answer is refused, each for another reason."""
    for name, hour, columns in [
        ('malformed_json', 9, {'data': '{"actor_id":"ai_support","actor_kind":'}),
        ('json_array', 10, {'data': '[{"actor_id":"ai_support"}]'}),
        ('missing_account', 11, {'account_id': None}),
        ('missing_id_1', 12, {'id': None}),
        ('missing_id_2', 13, {'id': None}),
        ('missing_source', 14, {'source': None}),
        ('missing_type', 15, {'type': None}),
        ('missing_time', 16, {'time': None}),
        ('unreadable_time', 17, {'time': 'Tuesday afternoon'}),
        ('impossible_date', 18, {'time': '2026-02-30T18:00:00Z'}),
        ('missing_received_at', 19, {'received_at': None}),
        ('unreadable_received_at', 20, {'received_at': 'just now'}),
        ('two_faults', 21, {'type': None, 'data': 'no JSON at all'}),
    ]:
        thread = thread_of(log, DESK, 'acct_aurora', name)
        thread.add('conversation.opened', f'2026-02-19T{hour:02d}:00:00Z')
        thread.add('ai.answered', f'2026-02-19T{hour:02d}:01:00Z', columns=columns)


def clock_skew(log):
    for name, time in [('skew_beyond', '2026-02-20T15:05:01Z'), ('skew_within', '2026-02-20T15:05:00Z')]:
        thread = thread_of(log, DESK, 'acct_aurora', name)
        thread.add('ai.answered', time, '2026-02-20T15:00:00Z')
        thread.add('customer.confirmed', '2026-02-20T15:30:00Z')


def unreadable_fields(log):
    thread = dispute(log, 'invalid_amount', '2026-03-02T09:00:00Z', evidence=['ai_disputes'])
    thread.add('dispute.won', '2026-03-09T09:00:00Z', actor='network', amount='12.5O', currency_code='KWD')

    thread = conversation(log, 'invalid_is_public', '2026-03-03T15:00:00Z')
    thread.add('human.replied', '2026-03-03T16:00:00Z', actor='human_ada', is_public='perhaps')


def accepted_oddities(log):
    thread = conversation(log, 'no_data', '2026-03-04T15:00:00Z')
    thread.add('customer.confirmed', '2026-03-04T15:10:00Z', columns={'data': None})

    thread = dispute(log, 'amount_number', '2026-03-04T09:00:00Z', evidence=['ai_disputes'])
    thread.add('dispute.won', '2026-03-14T09:00:00Z', actor='network', amount=88.125, currency_code='KWD')

    thread = thread_of(log, DESK, 'acct_aurora', 'no_subject')
    thread.add('ai.answered', '2026-03-05T15:00:00Z', columns={'subject': None})

    thread = conversation(log, 'no_offset', '2026-03-05T15:30:00Z')
    thread.add('customer.confirmed', '2026-03-05T16:00:00', '2026-03-05T16:00:05Z')

    thread = conversation(log, 'unlisted_account', '2026-03-06T15:00:00Z', 'acct_unlisted')
    thread.add('customer.confirmed', '2026-03-06T15:30:00Z')


def odd_characters(log):
    thread = thread_of(log, DESK, 'acct_aurora', 'odd_chars_, "q" | ü 日本')
    thread.add(
        'ai.answered', '2026-03-09T15:00:00Z', columns={'id': 'case-odd-chars-1, "q" | ü'},
        reason='said "no, thanks" | 日本',
    )
    thread.add('customer.confirmed', '2026-03-09T15:30:00Z', columns={'id': "case-odd-chars-2; 'q' | 日本"})

    thread = thread_of(log, DESK, 'acct_aurora', 'odd_join')
    thread.add('ai.answered', '2026-03-10T15:00:00Z', columns={'id': 'case-odd-join|case-odd-join-1'})
    thread.add(
        'customer.confirmed', '2026-03-10T15:30:00Z',
        columns={'id': 'case-odd-join-1', 'source': 'support/desk|case-odd-join'},
    )


# One instant

def ties(log):
    thread = lead(log, 'tie_touches_linear', '2026-02-23T09:00:00Z')
    thread.add('lead.contacted', '2026-02-24T09:00:00Z', actor='ai_sales')
    thread.add('lead.contacted', '2026-02-24T09:00:00Z', actor='human_cleo')
    thread.add('lead.accepted', '2026-02-26T09:00:00Z')

    for letter, hour in [('a', 15), ('b', 16)]:
        thread = conversation(log, f'tie_touches_last_{letter}', f'2026-02-23T{hour}:00:00Z')
        thread.add('human.replied', f'2026-02-23T{hour}:00:00Z', actor='human_ada', is_public=False)
        thread.add('customer.confirmed', f'2026-02-23T{hour}:30:00Z')

    thread = conversation(log, 'tie_confirm_reply', '2026-02-24T15:00:00Z')
    thread.add('customer.confirmed', '2026-02-24T15:30:00Z')
    thread.add('human.replied', '2026-02-24T15:30:00Z', actor='human_ben', is_public=True)

    thread = conversation(log, 'tie_answer_reply', '2026-02-24T17:00:00Z')
    thread.add('human.replied', '2026-02-24T17:00:00Z', actor='human_ben', is_public=True)


# Silence

def silence_boundary(log):
    for name, replied in [
        ('silence_reply_before', '2026-01-15T14:59:59Z'),
        ('silence_reply_exact', '2026-01-15T15:00:00Z'),
        ('silence_reply_after', '2026-01-15T15:00:01Z'),
    ]:
        thread = conversation(log, name, '2026-01-12T15:00:00Z')
        thread.add('human.replied', replied, actor='human_ada', is_public=True)

    for name, replied in [
        ('silence_v2_reply_before', '2026-02-03T02:59:59Z'),
        ('silence_v2_reply_after', '2026-02-03T03:00:01Z'),
    ]:
        thread = conversation(log, name, '2026-02-02T03:00:00Z', 'acct_borealis')
        thread.add('human.replied', replied, actor='human_ben', is_public=True)


def silence_across_daylight_saving(log):
    conversation(log, 'silence_dst', '2026-03-06T16:00:00Z')


def silence_after_the_customer(log):
    thread = conversation(log, 'unanswered_reply', '2026-03-16T15:00:00Z')
    thread.add('customer.replied', '2026-03-16T16:00:00Z')


def internal_notes(log):
    thread = conversation(log, 'internal_note', '2026-03-17T15:00:00Z')
    thread.add('human.replied', '2026-03-17T15:10:00Z', actor='human_ada', is_public=False)
    thread.add('ai.answered', '2026-03-17T15:20:00Z')
    thread.add('customer.confirmed', '2026-03-17T15:30:00Z')

    thread = conversation(log, 'internal_note_last', '2026-03-17T17:00:00Z')
    thread.add('human.replied', '2026-03-17T17:10:00Z', actor='human_ada', is_public=False)
    thread.add('customer.confirmed', '2026-03-17T17:30:00Z')

    thread = conversation(log, 'internal_note_silence', '2026-03-17T18:00:00Z')
    thread.add('human.replied', '2026-03-19T18:00:00Z', actor='human_ben', is_public=False)


def two_versions(log):
    for short in ['aurora', 'borealis']:
        thread = conversation(log, f'versions_confirm_{short}', '2026-02-10T15:00:00Z', f'acct_{short}')
        thread.add('customer.confirmed', '2026-02-12T15:00:00Z')
        thread = conversation(log, f'versions_reply_{short}', '2026-02-10T17:00:00Z', f'acct_{short}')
        thread.add('human.replied', '2026-02-11T23:00:00Z', actor='human_ada', is_public=True)


# Conversations that end otherwise

def conversation_order(log):
    thread = thread_of(log, DESK, 'acct_aurora', 'confirmed_before_answer')
    thread.add('conversation.opened', '2026-03-18T15:00:00Z')
    thread.add('customer.confirmed', '2026-03-18T15:05:00Z')
    thread.add('ai.answered', '2026-03-18T15:10:00Z')

    thread = thread_of(log, DESK, 'acct_aurora', 'no_answer')
    thread.add('conversation.opened', '2026-03-18T16:00:00Z')
    thread.add('human.replied', '2026-03-18T16:30:00Z', actor='human_ada', is_public=True)
    thread.add('customer.confirmed', '2026-03-18T17:00:00Z')

    thread = conversation(log, 'handed_off', '2026-03-19T15:00:00Z')
    thread.add('conversation.handed_off', '2026-03-19T15:10:00Z')
    thread.add('human.replied', '2026-03-19T15:40:00Z', actor='human_ben', is_public=True)
    thread.add('customer.confirmed', '2026-03-19T16:00:00Z')


def comebacks(log):
    """The silence of each ends, and it settles, at 2026-02-12T15:00:00Z (v1)."""
    for name, event_type, time in [
        ('comeback_at_settlement', 'conversation.reopened', '2026-02-12T15:00:00Z'),
        ('comeback_within', 'conversation.reopened', '2026-02-17T15:00:00Z'),
        ('comeback_second_before', 'conversation.reopened', '2026-02-26T14:59:59Z'),
        ('comeback_exact', 'conversation.reopened', '2026-02-26T15:00:00Z'),
        ('comeback_after', 'conversation.reopened', '2026-03-01T15:00:00Z'),
        ('comeback_reply_only', 'customer.replied', '2026-02-14T15:00:00Z'),
    ]:
        conversation(log, name, '2026-02-09T15:00:00Z').add(event_type, time)


def comebacks_elsewhere(log):
    thread = conversation(log, 'comeback_early', '2026-03-09T16:00:00Z')
    thread.add('conversation.reopened', '2026-03-10T16:00:00Z')

    thread = conversation(log, 'comeback_later_period', '2026-01-28T15:00:00Z')
    thread.add('customer.confirmed', '2026-01-28T16:00:00Z')
    thread.add('conversation.reopened', '2026-02-04T15:00:00Z')

    thread = conversation(log, 'comeback_v2', '2026-02-09T02:00:00Z', 'acct_borealis')
    thread.add('conversation.reopened', '2026-03-02T02:00:00Z')

    thread = conversation(log, 'second_episode', '2026-03-23T15:00:00Z')
    thread.add('customer.confirmed', '2026-03-23T15:30:00Z')
    thread.add('conversation.reopened', '2026-03-25T15:00:00Z')
    thread.add('ai.answered', '2026-03-25T15:05:00Z')
    thread.add('customer.confirmed', '2026-03-25T15:30:00Z')
    thread.add('conversation.reopened', '2026-03-27T15:00:00Z')


# Not decided yet, and not known yet

def pending(log):
    conversation(log, 'pending_v1', '2026-04-29T10:00:00Z')
    conversation(log, 'pending_v2', '2026-04-30T06:00:00Z', 'acct_borealis')
    conversation(log, 'silence_ends_at_as_of', '2026-04-28T00:00:00Z')

    lead(log, 'pending_lead', '2026-04-10T09:00:00Z').add('lead.contacted', '2026-04-11T09:00:00Z', actor='ai_sales')
    dispute(log, 'pending_dispute', '2026-03-20T09:00:00Z', evidence=['ai_disputes'])
    meeting(log, 'pending_meeting', '2026-04-20T09:00:00Z').add('meeting.started', '2026-04-28T09:00:00Z')


def received_around_as_of(log):
    thread = conversation(log, 'after_as_of_confirm', '2026-04-30T10:00:00Z')
    thread.add('customer.confirmed', '2026-04-30T18:00:00Z', '2026-05-01T00:00:01Z')

    thread = conversation(log, 'at_as_of', '2026-04-30T10:00:00Z')
    thread.add('customer.confirmed', '2026-04-30T18:00:00Z', '2026-05-01T00:00:00Z')

    thread = lead(log, 'after_as_of_accept', '2026-04-05T09:00:00Z')
    thread.add('lead.contacted', '2026-04-06T09:00:00Z', actor='ai_sales')
    thread.add('lead.accepted', '2026-04-29T09:00:00Z', '2026-05-02T09:00:00Z')

    thread = conversation(log, 'after_as_of_reopen', '2026-04-20T15:00:00Z')
    confirmed = thread.add('customer.confirmed', '2026-04-20T15:30:00Z')
    thread.resend(confirmed, '2026-05-03T08:00:00Z')
    thread.add('conversation.reopened', '2026-04-30T12:00:00Z', '2026-05-01T08:00:00Z')

    thread = thread_of(log, DESK, 'acct_aurora', 'after_as_of_malformed')
    thread.add('ai.answered', '2026-04-30T13:00:00Z', '2026-05-01T09:00:00Z', columns={'data': '{"actor_id":'})


# Leads

def lead_deadline(log):
    thread = lead(log, 'lead_expired', '2026-02-02T09:00:00Z')
    thread.add('lead.contacted', '2026-02-03T09:00:00Z', actor='ai_sales')

    for name, accepted in [
        ('lead_deadline_before', '2026-03-06T08:59:59Z'),
        ('lead_deadline_exact', '2026-03-06T09:00:00Z'),
    ]:
        thread = lead(log, name, '2026-02-04T09:00:00Z')
        thread.add('lead.contacted', '2026-02-05T09:00:00Z', actor='ai_sales')
        thread.add('lead.accepted', accepted)


def lead_verdicts(log):
    for name, later in [
        ('lead_rejected', ['lead.rejected', 'lead.accepted']),
        ('lead_duplicate', ['lead.marked_duplicate']),
        ('lead_accepted_then_rejected', ['lead.accepted', 'lead.rejected']),
        ('lead_unaccepted_return', ['lead.returned']),
    ]:
        thread = lead(log, name, '2026-02-09T09:00:00Z')
        thread.add('lead.contacted', '2026-02-10T09:00:00Z', actor='ai_sales')
        for day, event_type in enumerate(later, start=11):
            thread.add(event_type, f'2026-02-{day}T09:00:00Z')

    thread = thread_of(log, CRM, 'acct_delta', 'lead_accepted_before_created')
    thread.add('lead.accepted', '2026-02-09T08:00:00Z')
    thread.add('lead.created', '2026-02-09T09:00:00Z')


def lead_returns(log):
    for name, returned in [
        ('lead_returned_before', '2026-03-03T08:59:59Z'),
        ('lead_returned_exact', '2026-03-03T09:00:00Z'),
    ]:
        thread = lead(log, name, '2026-02-20T09:00:00Z')
        thread.add('lead.contacted', '2026-02-21T09:00:00Z', actor='ai_sales')
        thread.add('lead.accepted', '2026-02-24T09:00:00Z')
        thread.add('lead.returned', returned)


def lead_shares(log):
    for name, touches, account in [
        ('shared_half', ['ai_sales', 'human_cleo'], 'acct_delta'),
        ('shared_thirds', ['ai_sales', 'human_cleo', 'partner_north'], 'acct_delta'),
        ('shared_repeat', ['ai_sales', 'ai_sales', 'human_cleo'], 'acct_delta'),
        ('shared_human_only', ['human_cleo'], 'acct_delta'),
        ('shared_half_ember', ['ai_sales', 'human_dai'], 'acct_ember'),
        ('unlisted_human', ['ai_sales', 'human_zoe'], 'acct_delta'),
        ('zero_touch_lead', [], 'acct_delta'),
    ]:
        thread = lead(log, name, '2026-03-02T09:00:00Z', account)
        for hour, actor in enumerate(touches, start=10):
            thread.add('lead.contacted', f'2026-03-03T{hour}:00:00Z', actor=actor)
        thread.add('lead.accepted', '2026-03-06T09:00:00Z')


def price_change(log):
    for name, accepted in [
        ('price_change_before', '2026-02-28T23:59:59Z'),
        ('price_change_at', '2026-03-01T00:00:00Z'),
    ]:
        thread = lead(log, name, '2026-02-16T09:00:00Z')
        thread.add('lead.contacted', '2026-02-17T09:00:00Z', actor='ai_sales')
        thread.add('lead.accepted', accepted)


# Meetings

def meeting_cases(log):
    for name, actor, ended in [
        ('meeting_exact', 'ai_sales', '2026-03-12T10:15:00Z'),
        ('meeting_short', 'ai_sales', '2026-03-12T10:14:59Z'),
        ('meeting_by_human', 'human_cleo', '2026-03-12T10:40:00Z'),
    ]:
        thread = meeting(log, name, '2026-03-10T09:00:00Z', actor)
        thread.add('meeting.started', '2026-03-12T10:00:00Z', actor='ai_sales')
        thread.add('meeting.ended', ended)

    thread = meeting(log, 'meeting_lookback', '2026-01-06T09:00:00Z')
    thread.add('meeting.started', '2026-04-20T09:00:00Z')
    thread.add('meeting.ended', '2026-04-20T09:30:00Z')

    thread = thread_of(log, CRM, 'acct_delta', 'meeting_not_booked')
    thread.add('meeting.started', '2026-03-13T10:00:00Z')
    thread.add('meeting.ended', '2026-03-13T10:30:00Z')


# Chargebacks

def dispute_shares(log):
    for name, evidence in [
        ('threshold_exact_dispute', ['ai_disputes', 'human_eve']),
        ('threshold_below_dispute', ['human_eve', 'ai_disputes', 'human_eve']),
        ('zero_touch_dispute', []),
    ]:
        dispute(log, name, '2026-03-02T09:00:00Z', evidence=evidence, won='2026-03-16T09:00:00Z')

    for name, evidence in [
        ('last_touch_ai', ['human_eve', 'ai_disputes']),
        ('last_touch_human', ['ai_disputes', 'human_eve']),
    ]:
        harbor_dispute(log, name, '2026-03-02T09:00:00Z', evidence=evidence, won='2026-03-16T09:00:00Z')


def threshold_conversations(log):
    for name, notes in [('threshold_exact', ['human_ben']), ('threshold_below', ['human_ben', 'human_ada'])]:
        thread = conversation(log, name, '2026-02-16T09:00:00Z', 'acct_ember')
        for minute, actor in enumerate(notes, start=10):
            thread.add('human.replied', f'2026-02-16T09:{minute}:00Z', actor=actor, is_public=False)
        thread.add('customer.confirmed', '2026-02-16T10:00:00Z')


def unlisted_ai(log):
    thread = thread_of(log, DESK, 'acct_aurora', 'unlisted_ai')
    thread.add('ai.answered', '2026-03-24T15:00:00Z', actor='ai_unlisted')
    thread.add('customer.confirmed', '2026-03-24T15:30:00Z')


def dispute_values(log):
    thread = harbor_dispute(log, 'dispute_no_amount', '2026-03-02T10:00:00Z', evidence=['ai_disputes'])
    thread.add('dispute.won', '2026-03-16T10:00:00Z', actor='network')

    harbor_dispute(
        log, 'dispute_other_currency', '2026-03-02T11:00:00Z', evidence=['ai_disputes'],
        won='2026-03-16T11:00:00Z', currency='EUR',
    )
    dispute(
        log, 'dispute_small_unit', '2026-03-02T10:00:00Z', evidence=['ai_disputes'],
        won='2026-03-16T10:00:00Z', amount='0.001',
    )
    dispute(
        log, 'unsold_dispute', '2026-02-02T10:00:00Z', 'acct_glacier', ['ai_disputes'],
        '2026-02-16T10:00:00Z', '75.00', 'USD',
    )


def dispute_verdicts(log):
    thread = harbor_dispute(log, 'dispute_lost', '2026-03-03T09:00:00Z', evidence=['ai_disputes'])
    thread.add('dispute.lost', '2026-03-17T09:00:00Z', actor='network')

    for name, reopened in [
        ('dispute_reopened', '2026-03-05T12:00:00Z'),
        ('dispute_reopened_before', '2026-04-11T11:59:59Z'),
        ('dispute_reopened_exact', '2026-04-11T12:00:00Z'),
    ]:
        thread = harbor_dispute(
            log, name, '2026-02-02T12:00:00Z', evidence=['ai_disputes'], won='2026-02-10T12:00:00Z'
        )
        thread.add('dispute.reopened', reopened, actor='network')


# Lookback

def lookback(log):
    for name, confirmed in [
        ('lookback_exact', '2026-02-04T10:00:00Z'),
        ('lookback_outside', '2026-02-04T10:00:01Z'),
    ]:
        thread = thread_of(log, DESK, 'acct_glacier', name)
        thread.add('conversation.opened', '2026-01-05T09:00:00Z')
        thread.add('human.replied', '2026-01-05T10:00:00Z', actor='human_ada', is_public=True)
        thread.add('ai.answered', '2026-02-04T09:00:00Z')
        thread.add('customer.confirmed', confirmed)


# Periods and contracts

def period_boundaries(log):
    """Confirmed at the first instant of a period in the contract's time zone, and just before."""
    for name, account, confirmed in [
        ('boundary_feb_before', 'acct_aurora', '2026-02-01T04:59:59Z'),
        ('boundary_feb_fraction', 'acct_aurora', '2026-02-01T04:59:59.999999Z'),
        ('boundary_feb_at', 'acct_aurora', '2026-02-01T05:00:00Z'),
        ('boundary_mar_at', 'acct_aurora', '2026-03-01T05:00:00Z'),
        ('boundary_apr_before', 'acct_aurora', '2026-04-01T03:59:59Z'),
        ('boundary_apr_at', 'acct_aurora', '2026-04-01T04:00:00Z'),
        ('boundary_tokyo_before', 'acct_borealis', '2026-01-31T23:59:59+09:00'),
        ('boundary_tokyo_at', 'acct_borealis', '2026-02-01T00:00:00+09:00'),
        ('boundary_quarter_before', 'acct_ember', '2026-03-31T21:59:59Z'),
        ('boundary_quarter_at', 'acct_ember', '2026-03-31T22:00:00Z'),
    ]:
        thread = conversation(log, name, seconds_after(confirmed, -3600), account)
        thread.add('customer.confirmed', confirmed)

    conversation(log, 'boundary_feb_silence', '2026-01-29T05:00:00Z')

    for name, won in [
        ('boundary_kuwait_before', '2026-01-31T20:59:59Z'),
        ('boundary_kuwait_at', '2026-01-31T21:00:00Z'),
    ]:
        dispute(log, name, '2026-01-12T09:00:00Z', evidence=['ai_disputes'], won=won)


def contract_boundaries(log):
    for name, account, answered, confirmed in [
        ('before_contract', 'acct_borealis', '2026-01-10T02:00:00Z', '2026-01-10T03:00:00Z'),
        ('contract_start_before', 'acct_borealis', '2026-01-14T10:00:00Z', '2026-01-14T14:59:59Z'),
        ('contract_start_at', 'acct_borealis', '2026-01-14T10:00:00Z', '2026-01-14T15:00:00Z'),
        ('contract_end_before', 'acct_glacier', '2026-03-31T20:00:00Z', '2026-03-31T23:59:59Z'),
        ('contract_end_at', 'acct_glacier', '2026-03-31T20:00:00Z', '2026-04-01T00:00:00Z'),
        ('after_contract', 'acct_glacier', '2026-04-10T10:00:00Z', '2026-04-10T11:00:00Z'),
        ('no_contract', 'acct_fjord', '2026-03-10T10:00:00Z', '2026-03-10T11:00:00Z'),
    ]:
        conversation(log, name, answered, account).add('customer.confirmed', confirmed)

    thread = conversation(log, 'reversed_after_contract', '2026-03-20T10:00:00Z', 'acct_glacier')
    thread.add('customer.confirmed', '2026-03-20T11:00:00Z')
    thread.add('conversation.reopened', '2026-04-05T10:00:00Z')

    harbor_dispute(
        log, 'dispute_before_contract', '2026-01-12T09:00:00Z', evidence=['ai_disputes'], won='2026-01-26T09:00:00Z'
    )
    harbor_dispute(
        log, 'dispute_opened_before_contract', '2026-01-26T09:00:00Z', evidence=['ai_disputes'],
        won='2026-02-05T09:00:00Z',
    )


BUSINESSES = [support, leads, meetings, chargebacks]
CASES = [
    duplicates_with_equal_body, duplicates_with_differing_body, duplicate_of_a_refused_event,
    same_id_from_two_sources, out_of_order_arrival, late_arrival,
    refused_answers, clock_skew, unreadable_fields, accepted_oddities, odd_characters,
    ties, silence_boundary, silence_across_daylight_saving, silence_after_the_customer,
    internal_notes, two_versions, conversation_order, comebacks, comebacks_elsewhere,
    pending, received_around_as_of,
    lead_deadline, lead_verdicts, lead_returns, lead_shares, price_change,
    meeting_cases, dispute_shares, threshold_conversations, unlisted_ai, dispute_values,
    dispute_verdicts, lookback, period_boundaries, contract_boundaries,
]


def main():
    log = Log()
    rng = random.Random(2026)
    for business in BUSINESSES:
        business(log, rng)
    for case in CASES:
        case(log)
    log.write(Path(__file__).with_name('raw_events.csv'))


if __name__ == '__main__':
    main()
