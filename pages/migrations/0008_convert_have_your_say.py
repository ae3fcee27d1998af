"""Turns the information page “Have your say” into a page of its own kind, in place: same key, address and history."""

from django.db import migrations

SLUG = "have-your-say"
OF_EVERY_KIND = (
    "short_title", "search_words", "kept_by", "owner_name", "owner_email", "last_checked", "check_every",
    "leave_button", "change_kind", "what_changed", "consultation_report_id", "body",
)  # fmt: skip
# What Wagtail keeps of a page under the name of its kind.
NAMED = {
    ("wagtailcore", "Revision"): "object_id",
    ("wagtailcore", "WorkflowState"): "object_id",
    ("wagtailcore", "ReferenceIndex"): "object_id",
    ("wagtailcore", "PageLogEntry"): "page_id",
    ("wagtailsearch", "IndexEntry"): "object_id",
}


def forwards(apps, schema_editor):
    pages = apps.get_model("pages", "InformationPage").objects.filter(slug=SLUG, depth=3)
    taken = apps.get_model("pages", "HaveYourSayPage").objects.exists()
    for page in [] if taken else pages[:1]:
        _become(apps, page, "HaveYourSayPage")


def backwards(apps, schema_editor):
    """Reports become information pages too, so that no address and no word of theirs is lost."""
    apps.get_model("pages", "VersionChange").objects.all().delete()
    apps.get_model("pages", "OfferVersion").objects.all().delete()
    for kind in ("ConsultationReportPage", "HaveYourSayPage"):
        for page in apps.get_model("pages", kind).objects.all():
            _become(apps, page, "InformationPage")


def _become(apps, page, kind):
    """Moves the row of a page from the table of its kind to that of another; the page itself stays."""
    key, model = page.pk, apps.get_model("pages", kind)
    old, new = _content_type(apps, type(page)._meta.model_name), _content_type(apps, model._meta.model_name)
    values = {name: getattr(page, name) for name in OF_EVERY_KIND}
    row = model(page_ptr_id=key, **values)
    row.save_base(raw=True)
    page.delete(keep_parents=True)
    apps.get_model("wagtailcore", "Page").objects.filter(pk=key).update(content_type=new)
    for place, names in NAMED.items():
        apps.get_model(*place).objects.filter(content_type=old, **{names: key}).update(content_type=new)
    for revision in apps.get_model("wagtailcore", "Revision").objects.filter(content_type=new, object_id=key):
        revision.content["content_type"] = new.pk
        revision.save(update_fields=["content"])


def _content_type(apps, name):
    return apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label="pages", model=name)[0]


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0007_sign_offs"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailsearch", "0010_add_text_fields"),
    ]

    operations = [migrations.RunPython(forwards, backwards)]
