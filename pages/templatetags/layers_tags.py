from pages.layers.tags import register as register
