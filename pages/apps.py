from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = "Kinship Local Offer"

    def ready(self):
        from pages import checks, signals  # noqa: F401  (connects them)
