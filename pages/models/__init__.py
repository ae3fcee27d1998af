"""The content: page kinds, the snippets they share, and the council's settings."""

from .approval import ApprovalTask
from .base import BasePage
from .callback import BestTime, Callback, CallbackStatus
from .callback_total import CallbackTotal
from .closing import Closing, ToldBy
from .comment import Comment
from .consultation_report import ConsultationReportPage, ReportAnswer, WhoWasAsked
from .contact import Contact
from .contacts import ContactsPage
from .content_version import ContentVersion
from .council import CouncilSettings, UrgentHelp
from .daily_count import Counted, DailyCount
from .eligibility import Eligibility
from .feedback import Feedback, Useful
from .glossary import GlossaryPage
from .glossary_term import GlossaryTerm
from .group import GroupPage
from .guide import GuidePage
from .have_your_say import HaveYourSayPage, YouSaid
from .home import HomePage, News
from .information import InformationPage
from .leaflet import LeafletEntry, LeafletPage, Panel, Shown
from .links import AlsoIn, PageContact, PageDuty, PageNeed, PagePolicy, RelatedPage
from .meeting_dates import CancelledMeeting, DateMoved, DateOff
from .meeting_total import MeetingsWritten, MeetingTotal
from .missed_search import MissedSearch, MissedSearchMonth
from .money_fact import MoneyFact
from .offer_version import OfferVersion, VersionChange
from .open_pages import open_pages, shown_as_open
from .opening import Closure, OpeningHours
from .outside_link import OutsideLink
from .pack_record import PackRecord
from .paper import LEAFLETS, Paper, PaperFormat
from .plain_phrase import PlainPhrase
from .policy import Policy
from .reading_grade import ReadingGrade
from .reminder import Reminder, ReminderStage
from .school_term import SchoolTerm
from .section import SectionPage
from .short_code import ShortCode
from .sign_off import DraftState, SignOff, SignOffPage, SignOffState, Verdict
from .support import AbstractSupportPage, SupportPage
from .synonym import Synonym

__all__ = [
    "LEAFLETS", "AbstractSupportPage", "AlsoIn", "ApprovalTask", "BasePage", "BestTime", "Callback", "CallbackStatus",
    "CallbackTotal", "CancelledMeeting", "Closing", "Closure", "Comment", "ConsultationReportPage", "Contact",
    "ContactsPage", "ContentVersion", "CouncilSettings", "Counted", "DailyCount", "DateMoved", "DateOff", "DraftState",
    "Eligibility", "Feedback", "GlossaryPage", "GlossaryTerm", "GroupPage", "GuidePage", "HaveYourSayPage", "HomePage",
    "InformationPage", "LeafletEntry", "LeafletPage", "MeetingTotal", "MeetingsWritten", "MissedSearch",
    "MissedSearchMonth", "MoneyFact", "News", "OfferVersion", "OpeningHours", "OutsideLink", "PackRecord",
    "PageContact", "PageDuty", "PageNeed", "PagePolicy", "Panel", "Paper", "PaperFormat", "PlainPhrase", "Policy",
    "ReadingGrade", "RelatedPage", "Reminder", "ReminderStage", "ReportAnswer", "SchoolTerm", "SectionPage",
    "ShortCode", "Shown", "SignOff", "SignOffPage", "SignOffState", "SupportPage", "Synonym", "ToldBy", "UrgentHelp",
    "Useful", "Verdict", "VersionChange", "WhoWasAsked", "YouSaid", "open_pages", "shown_as_open",
]  # fmt: skip
