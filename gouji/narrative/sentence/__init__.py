"""A sentence cut up: where it stands, its words, its numbers, its clauses."""
