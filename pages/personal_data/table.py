"""The table itself. A model that is new, or a field of one, gets its line here or in `not_personal.py`: a test asks."""

from django.utils.translation import gettext_lazy as _

from .purpose import OnRequest, Personal, Purpose

RING_BACK = Purpose(
    _("You ask us to ring you: your name, how to reach you, and what you picked or wrote in the form"),
    _("To ring you, or to reach you as you asked"),
    _("%(days)s days after you asked"),
    "delete_old_callbacks",
    OnRequest.ROW,
    days=None,  # the council's settings promise how many
)
TOLD = Purpose(
    _("You tell us what you think: your words, without names, numbers, emails and postcodes"),
    _("To make the offer better, and to show what came of it"),
    _("As long as we work on the offer, or until you ask us to delete it"),
    "personal_data",
    OnRequest.WORDS,
)
CONSULTED = Purpose(
    _("You answer our questions on the offer: your words, without names and numbers, and your role if you say it"),
    _("To make the offer better, and to report what families told us"),
    _("%(days)s days after the report is published"),
    "forget_consultation_answers",
    OnRequest.STAYS,
    days=365,
)
SIGNERS = Purpose(
    _("You read our drafts and sign them off: your name and email"),
    _("To send you the link, and to prove who agreed"),
    _("%(days)s days after your link ends"),
    "forget_signers",
    OnRequest.WORDS,
    days=365,
)
SIGNED = Purpose(
    _("You read our drafts and sign them off: your role, what you said, and our note to you"),
    _("To prove what was agreed before it was published"),
    _("As long as the page’s history"),
    "wagtail.models.Page.delete",
    OnRequest.STAYS,
)
OWNERS = Purpose(
    _("You look after a page of the offer: your name, your team and your email at work"),
    _("To ask you, when it is due, whether the page is still right"),
    _("Until somebody else looks after it"),
    "wagtail.models.Page.delete",
    OnRequest.STAYS,
)
PUBLISHED = Purpose(
    _("Families can ring or meet you: your name, number and email at work"),
    _("So that families find you"),
    _("Until you tell us that it has changed"),
    "wagtail.models.Page.delete",
    OnRequest.STAYS,
)
OFFICERS = Purpose(
    _("You work on this website: your log-in, name and email at work"),
    _("To let you in, and nobody else"),
    _("Until an administrator deletes your log-in"),
    "django.contrib.auth.models.User.delete",
    OnRequest.STAYS,
)
SESSIONS = Purpose(
    _("You sign in: a note that you are, with the day it ends"),
    _("So that you need not type your password for every page"),
    _("Eight hours after you last did something, or until you sign out"),
    "clearsessions",
    OnRequest.STAYS,
)
SIGN_INS = Purpose(
    _("You sign in, or somebody tries to with your name: when, how, and from which address"),
    _("To see when somebody tries to get in who should not"),
    _("%(days)s days"),
    "forget_sign_ins",
    OnRequest.STAYS,
    days=90,
)
ACTS = Purpose(
    _("You work on this website: what you changed, said and decided, and when"),
    _("To account for what the council publishes"),
    _("As long as what you changed; your name goes with your log-in"),
    "django.contrib.auth.models.User.delete",
    OnRequest.STAYS,
)
WAITING = Purpose(
    _("We send you a message: your email and its words, while it waits to be sent"),
    _("To send it"),
    _("Two days; a month when it can’t be sent"),
    "prune_db_task_results",
    OnRequest.STAYS,
)

TABLE = [
    Personal(
        "pages.Callback",
        RING_BACK,
        "name phone email",
        "keep_safe",
        also="asked_by way language best_time topic if_seen about_whom asked_at status",
        secret="request_key",
    ),
    Personal("pages.Comment", TOLD, mentions="text", also="role day", secret="key"),
    Personal("pages.AnswerPart", CONSULTED, mentions="words", of="answer"),
    Personal("pages.ConsultationAnswer", CONSULTED, also="role day on_paper", secret="key"),
    Personal("pages.Feedback", TOLD, mentions="sentence"),
    Personal("pages.SignOff", SIGNERS, "name email"),
    Personal("pages.SignOff", SIGNED, mentions="note", also="role made_at withdrawn_at finished_at", of="pk"),
    Personal("pages.SignOffPage", SIGNED, mentions="comment", also="verdict answered_at", of="sign_off"),
    Personal("pages.BasePage", OWNERS, "kept_by checked_by here_kept_by owner_name owner_email"),
    Personal("pages.Policy", OWNERS, "owner"),
    Personal("pages.Standing", OWNERS, "signed_off_by"),
    Personal("pages.CouncilSettings", OWNERS, "lead_email"),
    Personal("pages.Contact", PUBLISHED, "name phone text_number email"),
    Personal("pages.GroupPage", PUBLISHED, "host"),
    Personal("auth.User", OFFICERS, "username email", also="last_login first_name last_name", secret="password"),
    Personal("wagtailusers.UserProfile", OFFICERS, also="avatar preferred_language current_time_zone", of="user"),
    Personal(
        "wagtailcore.APIToken",
        OFFICERS,
        also="name prefix created revoked_at last_used_at",
        secret="key_hash",
        of="user",
    ),
    Personal("sessions.Session", SESSIONS, also="expire_date", secret="session_key session_data"),
    Personal("pages.Closing", ACTS, mentions="sentence"),
    Personal("wagtailcore.Comment", ACTS, mentions="text"),
    Personal("wagtailcore.CommentReply", ACTS, mentions="text"),
    Personal("wagtailcore.TaskState", ACTS, mentions="comment"),
    Personal("wagtailcore.PageLogEntry", ACTS, mentions="label data", also="timestamp"),
    Personal("wagtailcore.ModelLogEntry", ACTS, mentions="label data", also="timestamp"),
    Personal("wagtailcore.Revision", ACTS, mentions="content", also="created_at"),
    Personal("wagtailadmin.FormState", ACTS, mentions="data", also="last_updated_at"),
    Personal("wagtailadmin.EditingSession", ACTS, also="last_seen_at"),
    Personal("django_tasks_database.DBTaskResult", WAITING, mentions="args_kwargs return_value traceback"),
    Personal("pages.SignInEntry", SIGN_INS, "name address", "about", also="at what how", of="user"),
    Personal(
        "pages.Invitation",
        SIGN_INS,
        "email",
        also="role made_at ends_at mailed_at mail_failed used_at withdrawn_at",
        secret="number",
        of="user",
    ),
    Personal("pages.SetUp", OFFICERS, mentions="officers"),
    Personal("account.EmailAddress", OFFICERS, "email", also="verified primary", of="user"),
    Personal("account.EmailConfirmation", OFFICERS, also="created sent", secret="key", of="email_address__user"),
    Personal("mfa.Authenticator", OFFICERS, also="type created_at last_used_at", secret="data", of="user"),
    Personal(
        "socialaccount.SocialAccount",
        OFFICERS,
        "uid",
        "extra_data",
        also="provider last_login date_joined",
        of="user",
    ),
    Personal("socialaccount.SocialToken", OFFICERS, also="expires_at", secret="token token_secret", of="account__user"),
]
