"""Whether a number is of all of the report's own matters, or of some, of others, of other years."""
