"""What the CMS has for officers beyond Wagtail's own; wagtail_hooks.py registers it."""
