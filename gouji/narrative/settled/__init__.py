"""What the tables, or numbers beside it, settle about a claim."""
