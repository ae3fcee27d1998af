from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pages', '0007_short_code'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='paper',
            options={'verbose_name': 'printed paper'},
        ),
        migrations.AlterField(
            model_name='paper',
            name='format',
            field=models.CharField(choices=[('leaflet', 'Folded leaflet'), ('leaflet-large-print', 'Large print'), ('offer', 'The whole offer')], max_length=30, unique=True),
        ),
    ]
