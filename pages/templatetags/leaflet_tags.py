from pages.paper.leaflet.tags import register as register
