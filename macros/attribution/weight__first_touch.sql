{#- All to the first touch on the path. -#}
{% macro weight__first_touch(touch) -%}
    case when {{ touch }}.touch_number = 1 then 1 else 0 end
{%- endmacro %}
