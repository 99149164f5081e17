"""What is told twice, with one number or with two."""
