"""For whom something is, beyond the arrangement: what the finder asks of the child's parents and of the carer."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from pages.core.lazy_text import LazyText
from pages.core.vocabulary import Parents, PensionAge, Working


class ForWhom(models.Model):
    """What else decides whether something fits a family. Left empty, it makes no difference."""

    parents = models.CharField(_("the child’s parents"), max_length=10, choices=Parents, blank=True)
    working = models.CharField(_("the carer’s work"), max_length=10, choices=Working, blank=True)
    pension_age = models.CharField(_("the carer’s age"), max_length=10, choices=PensionAge, blank=True)

    class Meta:
        abstract = True

    def only_for(self) -> list[LazyText]:
        """What else a family must be, each as a sentence; nothing where it makes no difference."""
        chosen = [(Parents, self.parents), (Working, self.working), (PensionAge, self.pension_age)]
        return [kind(value).label for kind, value in chosen if value]


FOR_WHOM_PANELS = MultiFieldPanel(
    [FieldPanel("parents"), FieldRowPanel([FieldPanel("working"), FieldPanel("pension_age")])],
    heading=_("Only for some families"),
    help_text=_("“Find what fits” asks for these. Choose only what a family must be to get it, whatever else is true."),
)
