from pages.heard.tags import register as register
