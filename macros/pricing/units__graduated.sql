{#- The units that fall inside the tier (tier_from, tier_to]. -#}
{% macro units__graduated(quantity, tier) -%}
    greatest(least({{ quantity }}, coalesce({{ tier }}.tier_to, {{ quantity }})) - {{ tier }}.tier_from, 0)
{%- endmacro %}
