"""What templates call gets what it would get from Jinja, sooner."""

import pytest
from jinja2 import Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from city_relations.language.words import words_for
from city_relations.rendering.quick_calls import QuickContext, from_here, sentences


def rendered(template, **things):
    """Render a template of one line at an address."""
    made = Environment(autoescape=True, undefined=StrictUndefined, extensions=["jinja2.ext.i18n"])
    made.context_class, made.newstyle_gettext = QuickContext, True
    made.globals.update(sentences(words_for("en")))
    return made.from_string(template).render(here="communiques/2024/", **things)


def test_a_function_is_handed_the_address_of_the_page_in_a_loop_too():
    """The address of the page comes before its own arguments; another function gets none."""
    link = from_here(lambda here, to: f"{here}>{to}")
    told = rendered(
        "{% for one in 'ab' %}{{ link(one) }}{{ bare(one) }} {% endfor %}",
        link=link,
        bare=lambda one: one.upper(),
    )
    assert told == "communiques/2024/&gt;aA communiques/2024/&gt;bB "


def test_a_sentence_is_safe_and_a_value_in_it_is_escaped():
    """Of a sentence, what stands for a value is escaped, however often it is told."""
    told = rendered(
        "{{ _('<b>%(n)s</b>', n=n) }}{{ _('<i>5 %%</i>') }}{{ _('<b>%(n)s</b>', n=1) }}", n="<x>"
    )
    assert told == "<b>&lt;x&gt;</b><i>5 %</i><b>1</b>"


def test_a_function_that_finds_nothing_does_not_end_the_template():
    """What ends an iterator is told as what is undefined; else a page would be cut unseen."""
    with pytest.raises(UndefinedError):
        rendered("{{ find() }} and more", find=lambda: next(iter(())))


def test_macros_and_marked_text_are_called_as_ever():
    """A macro and the format of a Markup, which are no plain functions, are called by Jinja."""
    told = rendered(
        "{% macro m(x) %}<p>{{ x }}</p>{% endmacro %}{{ m('<') }}{{ t.format('<') }}",
        t=Markup("<q>{}</q>"),
    )
    assert told == "<p>&lt;</p><q>&lt;</q>"
