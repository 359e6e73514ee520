{#- Grain: one outcome of one definition version, that is one entity that opened. The contract is
    the one in force when it settled, or opened if it hasn't. -#}

with

{%- set definitions = outcome_metering.outcome_definitions() %}

defined as (

    {%- for definition in definitions %}
    select
        '{{ definition.outcome_type }}' as outcome_type,
        {{ definition.version or 1 }} as definition_version,
        account_id,
        entity_id,
        subject,
        status,
        basis,
        success_source,
        reason_code,
        value_amount,
        value_currency_code,
        opened_at,
        settled_at,
        reversed_at,
        opened_event_key,
        settled_event_key,
        reversed_event_key
    from {{ outcome_metering.definition_relation(definition) }}
    {{ 'union all' if not loop.last }}
    {%- endfor %}

),

contracts as (

    select
        contract_id,
        account_id,
        valid_from_at,
        coalesce(valid_to_at, {{ outcome_metering.never() }}) as valid_to_at
    from {{ ref('stg_catalog__contracts') }}

)

select
    {{ outcome_metering.surrogate_key([
        'defined.outcome_type', 'defined.definition_version', 'defined.account_id',
        'defined.entity_id'
    ]) }} as outcome_id,
    defined.outcome_type,
    defined.definition_version,
    defined.account_id,
    defined.entity_id,
    defined.subject,
    contracts.contract_id,
    defined.status,
    defined.basis,
    defined.success_source,
    defined.reason_code,
    defined.value_amount,
    defined.value_currency_code,
    defined.opened_at,
    defined.settled_at,
    defined.reversed_at,
    defined.opened_event_key,
    defined.settled_event_key,
    defined.reversed_event_key
from defined
left join contracts
    on
        defined.account_id = contracts.account_id
        and coalesce(defined.settled_at, defined.opened_at) >= contracts.valid_from_at
        and coalesce(defined.settled_at, defined.opened_at) < contracts.valid_to_at
