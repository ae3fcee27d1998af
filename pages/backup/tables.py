"""Which tables go into a backup. A new app's tables need a decision here: a test fails until there is one."""

from django.apps.registry import Apps
from django.db.models import Model

KEPT_APPS = {
    "account",
    "auth",
    "contenttypes",
    "mfa",
    "pages",
    "socialaccount",
    "taggit",
    "wagtailadmin",
    "wagtailcore",
    "wagtaildocs",
    "wagtailembeds",
    "wagtailimages",
    "wagtailredirects",
    "wagtailusers",
}

# What is not kept of them, or of other apps, and why.
LEFT_OUT = {
    "account.EmailConfirmation": "holds a key that was mailed",
    "django_tasks_database.DBTaskResult": "is work that waited, and was done since: nobody is mailed the same twice",
    "pages.Lease": "says who does what at this moment",
    "pages.ScheduledRun": "says what ran last on the site that was",
    "pages.Trial": "says what worked on the site that was",
    "pages.Tries": "counts who has tried to sign in lately",
    "sessions.Session": "says who is signed in: after a disaster everybody signs in again",
    "socialaccount.SocialApp": "is not used: the settings name the provider",
    "socialaccount.SocialToken": "lets programs in as somebody",
    "wagtailadmin.EditingSession": "says who has an editor open at this moment",
    "wagtailadmin.FormState": "holds half-typed forms for a day",
    "wagtailcore.APIToken": "lets programs in: whoever needs one makes a new one",
    "wagtailcore.ReferenceIndex": "is worked out from the content",
    "wagtailcore.UploadedFile": "holds uploads that nobody has finished",
    "wagtailimages.Rendition": "names the sizes of pictures, which are drawn again when they are first asked for",
    "wagtailsearch.IndexEntry": "is worked out from the content, and has other columns in each database",
    "wagtailsearch.SQLiteFTSIndexEntry": "is worked out from the content, and is in SQLite only",
}


def all_models(apps: Apps) -> list[type[Model]]:
    """Every model with a table, those that tie two others included, in an order that stays."""
    models = apps.get_models(include_auto_created=True)
    return sorted((model for model in models if model._meta.managed), key=lambda model: model._meta.label)


def kept_models(apps: Apps) -> list[type[Model]]:
    return [model for model in all_models(apps) if is_kept(model._meta.label)]


def is_kept(label: str) -> bool:
    return label.partition(".")[0] in KEPT_APPS and label not in LEFT_OUT
