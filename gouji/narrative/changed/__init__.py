"""Changes: this year beside last year."""
