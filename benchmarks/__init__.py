"""How exact and how fast: side by side with what a user would do without us, on documents whose truth is known."""
