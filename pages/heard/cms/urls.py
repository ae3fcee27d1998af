from django.urls import path

from .close import close, mean
from .listing import ToldView

URLS = [
    path("reports/told/", ToldView.as_view(), name="told"),
    path("reports/told/results/", ToldView.as_view(results_only=True), name="told-results"),
    path("reports/told/search/<int:pk>/meaning/", mean, name="told-mean"),
    path("reports/told/<str:told_by>/<int:pk>/", close, name="told-close"),
]
