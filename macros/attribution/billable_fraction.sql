{#- The registry of billing rules: what part of an outcome is billed, out of the seller's own share
    of it. -#}
{% macro billable_fraction(billing_rule, vendor_share, minimum_share) -%}
    {{ outcome_metering.choose_registered('billing rule', billing_rule, {
        'sole': 'case when ' ~ vendor_share ~ ' = 1 then 1 else 0 end',
        'threshold': 'case when ' ~ vendor_share ~ ' >= ' ~ minimum_share ~ ' then 1 else 0 end',
        'fractional': vendor_share,
    }) }}
{%- endmacro %}
