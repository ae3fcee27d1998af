from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = "Kinship Local Offer"

    def ready(self):
        from wagtail.admin import mail

        from pages import checks, signals  # noqa: F401  (connects them)
        from pages.services.officer_mail import officers_connection

        mail.get_connection = officers_connection
