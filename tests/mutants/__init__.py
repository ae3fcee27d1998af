"""Breaks the rules by hand, one small change at a time, and counts how many breaks the tests find: `make mutants`."""
