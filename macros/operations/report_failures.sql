{% macro report_failures(results) %}{% endmacro %}
