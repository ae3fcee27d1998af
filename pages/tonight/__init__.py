"""Whom to ring at this hour, and what to do until the morning."""
