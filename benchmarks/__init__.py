"""How fast: side by side with the pipeline that a user would write without us."""
