from typing import Any

from pages.management.needs import CommandOnTables
from pages.site.set_up_roles import ensure_roles


class Command(CommandOnTables):
    help = "Makes the council's roles (groups), or puts their permissions right."

    def handle(self, **options: Any) -> None:
        for group in ensure_roles():
            self.stdout.write(f"{group.name}: {group.permissions.count()} permissions")
