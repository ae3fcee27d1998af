"""The content: page kinds, the snippets they share, and the council's settings."""

from pages.before_we_open.model import NotedLooseEnd, Trial, Tried
from pages.consultation.answer import AnswerPart, ConsultationAnswer
from pages.consultation.model import AnswerGroup, AskedRole, Consultation, ConsultationQuestion
from pages.content.contact import Contact, ContactHours
from pages.content.contacts_page import ContactsPage
from pages.content.eligibility import Eligibility, HereReason
from pages.content.glossary_page import GlossaryPage
from pages.content.glossary_term import GlossaryTerm
from pages.content.guide import GuidePage
from pages.content.home import HomePage, News
from pages.content.information import InformationPage
from pages.content.policy import Policy
from pages.content.section import SectionPage
from pages.content.short_code import ShortCode
from pages.content.support import AbstractSupportPage, SupportPage
from pages.core.base_page import BasePage
from pages.core.content_version import ContentVersion
from pages.core.law_change import LawChange
from pages.core.lease import Lease
from pages.core.offer_version import OfferVersion, VersionChange
from pages.core.open_pages import open_pages, shown_as_open
from pages.core.ties import (
    AlsoIn,
    HereContact,
    HerePolicy,
    OnlyArrangement,
    PageContact,
    PageDuty,
    PageNeed,
    PagePolicy,
    Question,
    RelatedPage,
    Source,
)
from pages.council.model import CouncilSettings, UrgentHelp
from pages.council.opening_model import Closure, OpeningHours
from pages.council.school_term import SchoolTerm
from pages.dated_facts.model import DatedFact, FactRow
from pages.dated_facts.proposal import Proposal
from pages.duties.checklist import Checklist, ChecklistItem
from pages.duties.proof import Proof, ProofKind
from pages.duties.standing import Claim, Standing
from pages.groups.followed_group import FollowedGroup
from pages.groups.meeting_dates import CancelledMeeting, DateMoved, DateOff
from pages.groups.meeting_total import MeetingsWritten, MeetingTotal
from pages.groups.model import GroupPage
from pages.heard.closing import Closing, ToldBy
from pages.heard.comment import Comment
from pages.heard.consultation_report import ConsultationReportPage, ReportAnswer, WhoWasAsked
from pages.heard.have_your_say import HaveYourSayPage, YouSaid
from pages.heard.missed_search import MissedSearch, MissedSearchMonth
from pages.heard.useful import Feedback, Useful
from pages.letters.model import LetterPage
from pages.offer_files.model import Layer, NationalText, PackRecord
from pages.outside_links.model import OutsideLink
from pages.paper.leaflet.model import LeafletEntry, LeafletPage
from pages.paper.leaflet.vocabulary import Panel, Shown
from pages.paper.model import LEAFLETS, Paper, PaperFormat
from pages.plain_words.plain_phrase import PlainPhrase
from pages.plain_words.reading_grade import ReadingGrade
from pages.publishing.approval_task import ApprovalTask
from pages.publishing.decision import PublishingDecision
from pages.publishing.reminder import Reminder, ReminderStage
from pages.ring_back.model import Callback, CallbackStatus
from pages.ring_back.total import CallbackTotal
from pages.ring_back.vocabulary import AboutWhom, Asker, BestTime, IfSeen, Way
from pages.search.synonym import Synonym
from pages.set_up.model import SetUp
from pages.sign_in.entry import SignInEntry
from pages.sign_in.invitation import Invitation
from pages.sign_in.tries import Tries
from pages.sign_off.model import DraftState, SignOff, SignOffPage, SignOffState, Verdict
from pages.tonight.model import TonightPage
from pages.urgent_notice.model import UrgentNotice
from pages.visits.model import Counted, DailyCount
from pages.work.model import ScheduledRun

__all__ = [
    "LEAFLETS",
    "AboutWhom",
    "AbstractSupportPage",
    "AlsoIn",
    "AnswerGroup",
    "AnswerPart",
    "ApprovalTask",
    "AskedRole",
    "Asker",
    "BasePage",
    "BestTime",
    "Callback",
    "CallbackStatus",
    "CallbackTotal",
    "CancelledMeeting",
    "Checklist",
    "ChecklistItem",
    "Claim",
    "Closing",
    "Closure",
    "Comment",
    "Consultation",
    "ConsultationAnswer",
    "ConsultationQuestion",
    "ConsultationReportPage",
    "Contact",
    "ContactHours",
    "ContactsPage",
    "ContentVersion",
    "CouncilSettings",
    "Counted",
    "DailyCount",
    "DateMoved",
    "DateOff",
    "DatedFact",
    "DraftState",
    "Eligibility",
    "FactRow",
    "Feedback",
    "FollowedGroup",
    "GlossaryPage",
    "GlossaryTerm",
    "GroupPage",
    "GuidePage",
    "HaveYourSayPage",
    "HereContact",
    "HerePolicy",
    "HereReason",
    "HomePage",
    "IfSeen",
    "InformationPage",
    "Invitation",
    "LawChange",
    "Layer",
    "LeafletEntry",
    "LeafletPage",
    "Lease",
    "LetterPage",
    "MeetingTotal",
    "MeetingsWritten",
    "MissedSearch",
    "MissedSearchMonth",
    "NationalText",
    "News",
    "NotedLooseEnd",
    "OfferVersion",
    "OnlyArrangement",
    "OpeningHours",
    "OutsideLink",
    "PackRecord",
    "PageContact",
    "PageDuty",
    "PageNeed",
    "PagePolicy",
    "Panel",
    "Paper",
    "PaperFormat",
    "PlainPhrase",
    "Policy",
    "Proof",
    "ProofKind",
    "Proposal",
    "PublishingDecision",
    "Question",
    "ReadingGrade",
    "RelatedPage",
    "Reminder",
    "ReminderStage",
    "ReportAnswer",
    "ScheduledRun",
    "SchoolTerm",
    "SectionPage",
    "SetUp",
    "ShortCode",
    "Shown",
    "SignInEntry",
    "SignOff",
    "SignOffPage",
    "SignOffState",
    "Source",
    "Standing",
    "SupportPage",
    "Synonym",
    "ToldBy",
    "TonightPage",
    "Trial",
    "Tried",
    "Tries",
    "UrgentHelp",
    "UrgentNotice",
    "Useful",
    "Verdict",
    "VersionChange",
    "Way",
    "WhoWasAsked",
    "YouSaid",
    "open_pages",
    "shown_as_open",
]  # fmt: skip
