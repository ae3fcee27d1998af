"""The report “Sign-ins”, for administrators: who came in or tried to, and who opened a request to be rung."""

import django_filters
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from pages.sign_in.entry import How, SignInEntry, What

MAY_SEE = "pages.view_signinentry"


class SignInFilters(WagtailFilterSet):
    what = django_filters.MultipleChoiceFilter(label=_("What"), choices=What)
    how = django_filters.ChoiceFilter(label=_("How"), choices=How, empty_label=_("All"))
    user = django_filters.ModelChoiceFilter(label=_("Log-in"), queryset=User.objects.order_by("username"))
    address = django_filters.CharFilter(label=_("Address"))
    at = django_filters.DateFromToRangeFilter(label=_("When"), widget=DateRangePickerWidget)

    class Meta:
        model = SignInEntry
        fields = ("what", "how", "user", "address", "at")


def when(entry: SignInEntry) -> str:
    """In full: a column of Wagtail's tells how long ago it was."""
    return date_format(timezone.localtime(entry.at), "j F Y, H:i:s")


class SignInReport(ReportView):
    page_title = _("Sign-ins")
    header_icon = "lock"
    model = SignInEntry
    permission_policy = ModelPermissionPolicy(SignInEntry)
    permission_required = "view"
    index_url_name = "sign-ins"
    index_results_url_name = "sign-ins-results"
    filterset_class = SignInFilters
    default_ordering = "-at"
    export_filename = "sign-ins"
    columns = [
        Column("at", label=_("When"), accessor=when, sort_key="at"),
        Column("name", label=_("Username"), sort_key="name"),
        Column("get_what_display", label=_("What"), sort_key="what"),
        Column("get_how_display", label=_("How")),
        Column("about", label=_("About")),
        Column("address", label=_("Address"), sort_key="address"),
    ]
    export_headings = {
        "at": _("When"),
        "name": _("Username"),
        "get_what_display": _("What"),
        "get_how_display": _("How"),
        "about": _("About"),
        "address": _("Address"),
    }
    list_export = list(export_headings)

    def get_base_queryset(self) -> QuerySet[SignInEntry]:
        return SignInEntry.objects.all()


class SignInMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(MAY_SEE)


URLS = [
    path("reports/sign-ins/", SignInReport.as_view(), name="sign-ins"),
    path("reports/sign-ins/results/", SignInReport.as_view(results_only=True), name="sign-ins-results"),
]


def menu_item() -> MenuItem:
    return SignInMenuItem(SignInReport.page_title, reverse("sign-ins"), name="sign-ins", icon_name="lock", order=900)
