"""What was read and what was found, as people and programs want it: one format a file."""
