import datetime

import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pages', '0003_pack_record'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='grouppage',
            name='schedule',
        ),
        migrations.AddField(
            model_name='grouppage',
            name='about_children',
            field=models.CharField(blank=True, help_text='A sentence: there are toys and a worker who plays with them.', max_length=160),
        ),
        migrations.AddField(
            model_name='grouppage',
            name='bank_holidays',
            field=models.CharField(choices=[('skip', 'It does not meet'), ('meet', 'It meets all the same')], default='skip', max_length=10, verbose_name='on a bank holiday'),
        ),
        migrations.AddField(
            model_name='grouppage',
            name='bus',
            field=models.CharField(blank=True, help_text='Which buses stop near, and at which stop.', max_length=160),
        ),
        migrations.AddField(
            model_name='grouppage',
            name='end_time',
            field=models.TimeField(default=datetime.time(12), verbose_name='to'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='grouppage',
            name='example_details',
            field=models.BooleanField(default=False, help_text='To be confirmed by the council. Readers see a mark beside them.', verbose_name='days, times and place are examples'),
        ),
        migrations.AddField(
            model_name='grouppage',
            name='first_date',
            field=models.DateField(default=datetime.date(2026, 1, 1), help_text='The day of the first meeting. Meetings every second week are counted from it.'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='grouppage',
            name='host',
            field=models.CharField(blank=True, help_text="A team or a role. Never a person's name.", max_length=80, verbose_name='who welcomes you'),
        ),
        migrations.AddField(
            model_name='grouppage',
            name='how_often',
            field=models.CharField(choices=[('every-week', 'Every week'), ('every-second-week', 'Every second week'), ('every-few-weeks', 'Every few weeks: say how many'), ('first-in-month', 'On the first such day of each month'), ('second-in-month', 'On the second such day of each month'), ('third-in-month', 'On the third such day of each month'), ('fourth-in-month', 'On the fourth such day of each month'), ('last-in-month', 'On the last such day of each month')], default='every-second-week', max_length=20),
        ),
        migrations.AddField(
            model_name='grouppage',
            name='last_date',
            field=models.DateField(default=datetime.date(2026, 1, 1), help_text='The last day you are sure of. After it the page asks readers to ring, and we remind you.'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='grouppage',
            name='may_child_come',
            field=models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('ask', 'Ask first')], default='ask', max_length=10, verbose_name='may children come'),
        ),
        migrations.AddField(
            model_name='grouppage',
            name='online_link',
            field=models.URLField(blank=True, help_text='If people can join from home. The whole address.'),
        ),
        migrations.AddField(
            model_name='grouppage',
            name='parking',
            field=models.CharField(blank=True, help_text='Where, how many spaces, what it costs.', max_length=160),
        ),
        migrations.AddField(
            model_name='grouppage',
            name='start_time',
            field=models.TimeField(default=datetime.time(10), verbose_name='from'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='grouppage',
            name='step_free',
            field=models.CharField(blank=True, help_text='The way in, the toilet, a lift. A sentence.', max_length=160, verbose_name='step-free access'),
        ),
        migrations.AddField(
            model_name='grouppage',
            name='term_time_only',
            field=models.BooleanField(default=False, help_text='It does not meet in school holidays. The terms are in the council settings.'),
        ),
        migrations.AddField(
            model_name='grouppage',
            name='venue_address',
            field=models.CharField(blank=True, help_text='With the postcode.', max_length=200, verbose_name='address'),
        ),
        migrations.AddField(
            model_name='grouppage',
            name='venue_name',
            field=models.CharField(blank=True, help_text='The name of the building and the room.', max_length=80, verbose_name='place'),
        ),
        migrations.AddField(
            model_name='grouppage',
            name='weekday',
            field=models.CharField(choices=[('monday', 'Monday'), ('tuesday', 'Tuesday'), ('wednesday', 'Wednesday'), ('thursday', 'Thursday'), ('friday', 'Friday'), ('saturday', 'Saturday'), ('sunday', 'Sunday')], default='monday', max_length=10, verbose_name='on'),
        ),
        migrations.AddField(
            model_name='grouppage',
            name='weeks',
            field=models.PositiveSmallIntegerField(blank=True, help_text='Only for “every few weeks”.', null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(26)], verbose_name='weeks from one meeting to the next'),
        ),
        migrations.AddField(
            model_name='grouppage',
            name='what_to_expect',
            field=wagtail.fields.RichTextField(blank=True, help_text='Who comes, what you do, what to bring, what it is like the first time.'),
        ),
        migrations.CreateModel(
            name='SchoolTerm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('name', models.CharField(help_text='Autumn term 2026, first half', max_length=60)),
                ('first_day', models.DateField()),
                ('last_day', models.DateField()),
                ('example', models.BooleanField(default=False, help_text='To be confirmed by the council. Readers see a mark.', verbose_name='is an example')),
                ('settings', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='school_terms', to='pages.councilsettings')),
            ],
            options={
                'verbose_name': 'school term',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CancelledMeeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('date', models.DateField()),
                ('reason', models.CharField(max_length=120)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cancelled_meetings', to='pages.grouppage')),
            ],
            options={
                'ordering': ['date'],
                'constraints': [models.UniqueConstraint(fields=('group', 'date'), name='cancelled_once_a_group')],
            },
        ),
        migrations.CreateModel(
            name='DateMoved',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('date', models.DateField(verbose_name='not on')),
                ('new_date', models.DateField(help_text='The same day, if only the time is different.', verbose_name='but on')),
                ('start_time', models.TimeField(blank=True, help_text='Leave empty for the usual time.', null=True, verbose_name='from')),
                ('end_time', models.TimeField(blank=True, null=True, verbose_name='to')),
                ('reason', models.CharField(help_text='A few words for readers: the hall is being painted.', max_length=120)),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='dates_moved', to='pages.grouppage')),
            ],
            options={
                'verbose_name': 'moved date',
                'ordering': ['sort_order'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('page', 'date'), name='date_moved_once_a_group')],
            },
        ),
        migrations.CreateModel(
            name='DateOff',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('date', models.DateField(verbose_name='day off')),
                ('reason', models.CharField(help_text='A few words for readers: Christmas week.', max_length=120)),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='dates_off', to='pages.grouppage')),
            ],
            options={
                'verbose_name': 'day off',
                'ordering': ['sort_order'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('page', 'date'), name='date_off_once_a_group')],
            },
        ),
    ]
