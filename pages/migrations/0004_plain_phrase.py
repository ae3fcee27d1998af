from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("pages", "0003_owners_and_reminders")]

    operations = [
        migrations.CreateModel(
            name="PlainPhrase",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "slug",
                    models.SlugField(blank=True, help_text="A short name for files.", unique=True),
                ),
                (
                    "phrase",
                    models.CharField(
                        help_text="A word or phrase. Write its other forms too, with commas: utilise, utilises, "
                        "utilised.",
                        max_length=200,
                        verbose_name="instead of",
                    ),
                ),
                (
                    "instead",
                    models.CharField(help_text="The plainer words: use.", max_length=120, verbose_name="write"),
                ),
                (
                    "why",
                    models.CharField(
                        blank=True,
                        help_text="If it helps: one short sentence for the writer.",
                        max_length=200,
                    ),
                ),
            ],
            options={
                "verbose_name": "plainer words",
                "verbose_name_plural": "plainer words",
                "ordering": ["slug"],
            },
        ),
    ]
