"""What is said without a number: denials, all of it, what became of one."""
