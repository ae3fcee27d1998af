from pages.consultation.tags import register as register
