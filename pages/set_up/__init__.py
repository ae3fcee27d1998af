"""A new council's set-up: from an empty database to an offer that is ready to be opened."""
