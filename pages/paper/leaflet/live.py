from pages.paper.leaflet.model import LeafletPage


def live_leaflet() -> LeafletPage | None:
    """The leaflet page that readers can see."""
    return LeafletPage.objects.live().public().select_related("locale").order_by("path").first()
