"""The content: page kinds, the snippets they share, and the council's settings."""

from .base import BasePage
from .contact import Contact
from .contacts import ContactsPage
from .content_version import ContentVersion
from .council import CouncilSettings, UrgentHelp
from .eligibility import Eligibility
from .glossary import GlossaryPage
from .glossary_term import GlossaryTerm
from .group import GroupPage
from .guide import GuidePage
from .home import HomePage, News
from .information import InformationPage
from .leaflet import LeafletEntry, LeafletPage, Panel, Shown
from .links import AlsoIn, PageContact, PageDuty, PageNeed, PagePolicy, RelatedPage
from .open_pages import open_pages
from .pack_record import PackRecord
from .paper import Paper, PaperFormat
from .policy import Policy
from .section import SectionPage
from .support import AbstractSupportPage, SupportPage

__all__ = [
    "AbstractSupportPage", "AlsoIn", "BasePage", "Contact", "ContactsPage", "ContentVersion", "CouncilSettings",
    "Eligibility", "GlossaryPage", "GlossaryTerm", "GroupPage", "GuidePage", "HomePage", "InformationPage",
    "LeafletEntry", "LeafletPage", "News", "PackRecord", "PageContact", "PageDuty", "PageNeed", "PagePolicy", "Panel",
    "Paper", "PaperFormat", "Policy", "RelatedPage", "SectionPage", "Shown", "SupportPage", "UrgentHelp",
    "open_pages",
]  # fmt: skip
