from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class KeptBlock(blocks.StructBlock):
    """What the website keeps about people, drawn from the table that deletion goes by: it can't say anything else."""

    caption = blocks.CharBlock(max_length=120, help_text=_("What is in the table comes by itself."))

    class Meta:
        icon = "user"
        template = "blocks/kept.html"
        label = _("What we keep about people")
        description = _("For the privacy page: what is kept about people, why, and how long")
        preview_value = {"caption": "What we keep, and how long"}
