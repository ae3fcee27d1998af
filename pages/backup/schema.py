"""The state of the tables, named by the migrations that made them."""

from django.apps import apps
from django.apps.registry import Apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from pages.core.progress import Progress, Say

from .errors import BackupError

type Migrations = set[tuple[str, str]]


class Schema:
    """What migrations the code knows, and which of them this database has seen."""

    def __init__(self) -> None:
        self.loader = MigrationLoader(connection)
        self.known: Migrations = set(self.loader.graph.nodes)
        self.applied: Migrations = self.known & set(self.loader.applied_migrations)

    def refuse_no_tables(self) -> None:
        if not self.applied:
            raise BackupError("The database has no tables: there is nothing to keep.")

    def refuse_a_newer_database(self) -> None:
        """Its tables may have columns of which this code knows nothing: a backup would lack them."""
        ours = self.loader.migrated_apps
        on_disk = set(self.loader.disk_migrations)
        replaced = {key for migration in self.loader.disk_migrations.values() for key in migration.replaces}
        if newer := [key for key in self.loader.applied_migrations if key[0] in ours and key not in on_disk | replaced]:
            raise BackupError(f"The database is newer than this code: it has {_named(newer)}. Use the site's own code.")

    def refuse_unknown(self, migrations: Migrations) -> None:
        if unknown := migrations - self.known:
            raise BackupError(f"The backup is of a version that this code does not know: it has {_named(unknown)}.")

    def refuse_gaps(self, migrations: Migrations) -> None:
        """No database has seen a migration without those it builds on."""
        nodes = self.loader.graph.node_map
        if any(parent.key not in migrations for key in migrations for parent in nodes[key].parents):
            raise BackupError("The backup's list of migrations has gaps.")

    def models_at(self, migrations: Migrations) -> Apps:
        """The models as they are, or were, when just these migrations have run."""
        return apps if migrations == self.known else self.loader.project_state(sorted(migrations)).apps


def make_tables(migrations: Migrations, say: Say) -> None:
    """Runs just these migrations, all of them inside one transaction."""
    progress = Progress(say, "Making the tables: this takes a minute or two …", len(migrations))

    def after_each(what: str, *_migration: object) -> None:
        if what == "apply_success":
            connection.check_constraints()  # PostgreSQL changes no table with ties that it has still to look at
            progress.step()

    executor = MigrationExecutor(connection, after_each)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    executor.migrate(None, [(migration, False) for migration, _backwards in plan if _key(migration) in migrations])


def bring_up_to_date() -> None:
    call_command("migrate", verbosity=0, interactive=False)


def _key(migration):
    return migration.app_label, migration.name


def _named(migrations):
    return ", ".join(sorted(".".join(key) for key in migrations)[:3])
