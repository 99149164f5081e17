"""What holds from sentence to sentence: who speaks, of what, of which year."""
