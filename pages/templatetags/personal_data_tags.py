from pages.personal_data.tags import register

__all__ = ["register"]
