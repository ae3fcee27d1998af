"""The content: page kinds, the snippets they share, and the council's settings."""

from .base import BasePage
from .callback import BestTime, Callback, CallbackStatus
from .contact import Contact
from .contacts import ContactsPage
from .content_version import ContentVersion
from .council import CouncilSettings, UrgentHelp
from .eligibility import Eligibility
from .feedback import Feedback, Useful
from .glossary import GlossaryPage
from .glossary_term import GlossaryTerm
from .group import GroupPage
from .guide import GuidePage
from .home import HomePage, News
from .information import InformationPage
from .leaflet import LeafletEntry, LeafletPage, Panel, Shown
from .links import AlsoIn, PageContact, PageDuty, PageNeed, PagePolicy, RelatedPage
from .meeting_dates import CancelledMeeting, DateMoved, DateOff
from .missed_search import MissedSearch
from .open_pages import open_pages
from .opening import Closure, OpeningHours
from .pack_record import PackRecord
from .paper import LEAFLETS, Paper, PaperFormat
from .policy import Policy
from .school_term import SchoolTerm
from .section import SectionPage
from .short_code import ShortCode
from .support import AbstractSupportPage, SupportPage
from .synonym import Synonym

__all__ = [
    "LEAFLETS", "AbstractSupportPage", "AlsoIn", "BasePage", "BestTime", "Callback", "CallbackStatus",
    "CancelledMeeting", "Closure", "Contact", "ContactsPage", "ContentVersion", "CouncilSettings", "DateMoved",
    "DateOff", "Eligibility", "Feedback", "GlossaryPage", "GlossaryTerm", "GroupPage", "GuidePage", "HomePage",
    "InformationPage", "LeafletEntry", "LeafletPage", "MissedSearch", "News", "OpeningHours", "PackRecord",
    "PageContact", "PageDuty", "PageNeed", "PagePolicy", "Panel", "Paper", "PaperFormat", "Policy", "RelatedPage",
    "SchoolTerm", "SectionPage", "ShortCode", "Shown", "SupportPage", "Synonym", "UrgentHelp", "Useful", "open_pages",
]  # fmt: skip
