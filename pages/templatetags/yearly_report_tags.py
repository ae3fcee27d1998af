from pages.yearly_report.tags import register as register
