from pages.publishing.tags import register as register
