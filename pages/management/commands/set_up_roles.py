from typing import Any

from django.core.management.base import BaseCommand

from pages.site.set_up_roles import ensure_roles


class Command(BaseCommand):
    help = "Makes the council's roles (groups), or puts their permissions right."

    def handle(self, **options: Any) -> None:
        for group in ensure_roles():
            self.stdout.write(f"{group.name}: {group.permissions.count()} permissions")
