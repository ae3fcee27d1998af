"""What stands in another language and no speaker of it has read."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.search.other_language import OtherLanguage

from . import editors
from .loose_end import Kind, LooseEnd, key_of

GROUP = gettext_lazy("Other languages")


def language_ends() -> Iterator[LooseEnd]:
    """One for each language; it does not block: what is there helps already."""
    for language in OtherLanguage.objects.order_by("name").prefetch_related("words"):
        if language.is_unchecked:
            rows = sum(row.to_check for row in language.words.all())
            yield LooseEnd(
                key_of("language", language.pk, "speaker"),
                Kind.QUESTION,
                str(GROUP),
                language.name,
                _("Has somebody who speaks it read what we say, and the words that people type?"),
                editors.of_fact(language, "line"),
                context=language.line if language.to_check else _("Rows of words to check: %(rows)s") % {"rows": rows},
            )
