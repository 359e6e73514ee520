{#- All to the last touch on the path. -#}
{% macro weight__last_touch(touch) -%}
    case when {{ touch }}.touch_number = {{ touch }}.touches_count then 1 else 0 end
{%- endmacro %}
