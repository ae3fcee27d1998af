from django.db import models
from django.utils.translation import gettext_lazy as _

# Characters that an officer has to say what changed on a page.
SENTENCE_LENGTH = 240


class ChangeKind(models.TextChoices):
    """What publishing a page means for the offer: only a new version must be asked about first, s.22H(8).

    A change of the law, or of a fact that holds in all of England, is nobody's choice here: no report is asked for.
    """

    SMALL = "small", _("Small correction")
    LAW = "law", _("Change of the law, or of a fact for all of England")
    NEW_VERSION = "new-version", _("New version of the offer")
