"""The variants of each rule, as data; README.md says what the words mean."""
