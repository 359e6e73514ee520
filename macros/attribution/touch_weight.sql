{#- The registry of attribution methods: the relative weight of one touch under a method. A weight is
    a part, not a share: shares are made of weights once, afterwards. -#}
{% macro touch_weight(method, touch) -%}
    {{ outcome_metering.choose_registered('attribution method', method, {
        'first_touch': outcome_metering.weight__first_touch(touch),
        'last_touch': outcome_metering.weight__last_touch(touch),
        'linear': outcome_metering.weight__linear(touch),
    }) }}
{%- endmacro %}
