from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from pages.blocks import PROSE

from .support import AbstractSupportPage


class GroupPage(AbstractSupportPage):
    """A support that meets on dates."""

    schedule = RichTextField(
        _("when and where"), features=PROSE, help_text=_("Day, time and place. Mark what is still an example.")
    )

    content_panels = [
        *AbstractSupportPage.content_panels[:2],
        FieldPanel("schedule"),
        *AbstractSupportPage.content_panels[2:],
    ]

    class Meta:
        verbose_name = _("support group")
