from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("pages", "0012_ages_said")]

    operations = [
        migrations.AlterField(
            model_name="dailycount",
            name="what",
            field=models.CharField(
                choices=[
                    ("view", "Pages read"),
                    ("leaflet", "Folded leaflet"),
                    ("leaflet-large-print", "Large-print leaflet"),
                    ("offer", "The whole offer"),
                    ("pack", "Packs of chosen pages"),
                    ("calendar", "Calendar files of the groups"),
                    ("missed-search", "Searches that found nothing"),
                ],
                max_length=20,
            ),
        ),
    ]
