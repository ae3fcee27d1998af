from django.apps import AppConfig
from django.utils.functional import Promise
from wagtail.users.apps import WagtailUsersAppConfig


class PagesConfig(AppConfig):
    default = True
    name = "pages"
    verbose_name = "Kinship Local Offer"

    def ready(self) -> None:
        # Here, for all of these load models, which are ready only now.
        from wagtail import blocks
        from wagtail.admin import compare, mail
        from wagtail.admin.views import account
        from wagtail.admin.views.mixins import SpreadsheetExportMixin
        from wagtail.fields import RichTextField
        from wagtail.models import ReferenceIndex

        from pages.core import inline
        from pages.core.typed_addresses import refuse_inside_addresses
        from pages.core.typed_days import refuse_slips
        from pages.core.used_in import is_named_in_texts
        from pages.council import words
        from pages.council.council import current_council
        from pages.council.model import CouncilSettings
        from pages.dated_facts import compared, shown
        from pages.dated_facts.model import DatedFact
        from pages.dated_facts.named_in import named_in
        from pages.dated_facts.pounds import read_pounds
        from pages.publishing.officer_mail import officers_connection
        from pages.set_up import opening  # noqa: F401  (connects it)
        from pages.sign_in import listening  # noqa: F401  (connects it)
        from pages.sign_in.cms.account import CountedPasswordChangeForm, OwnNameForm
        from pages.site import checks, signals  # noqa: F401  (connects them)
        from pages.site.fit import checks as start  # noqa: F401
        from pages.work import queue  # noqa: F401  (connects it)

        mail.get_connection = officers_connection
        account.ChangePasswordPanel.form_class = CountedPasswordChangeForm
        account.NameEmailSettingsPanel.form_class = OwnNameForm
        blocks.RichTextBlock.get_comparison_class = compared.class_for_block
        compare.register_comparison_class(RichTextField, comparison_class=compared.TextComparison)
        refuse_slips()
        refuse_inside_addresses()
        read_pounds()
        finishes = dict.fromkeys(SpreadsheetExportMixin.FORMATS, lambda text: inline.finished(str(text)))
        SpreadsheetExportMixin.custom_value_preprocess = {
            **SpreadsheetExportMixin.custom_value_preprocess,
            (str, Promise): finishes,
        }
        inline.speak(words.MEANINGS, lambda: current_council().words)
        inline.speak_of_facts(shown.said_today, shown.labels)
        is_named_in_texts(DatedFact, lambda fact: named_in(fact.slug))
        # Wagtail does so for pages and snippets only: the settings too use contacts, images and pages.
        ReferenceIndex.register_model(CouncilSettings)


class UsersConfig(WagtailUsersAppConfig):
    """Wagtail's log-ins with our screens in place of some of its own."""

    user_viewset = "pages.sign_in.cms.users.UserViewSet"
