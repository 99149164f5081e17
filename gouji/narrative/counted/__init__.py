"""What a number counts: the words and phrasings that name it."""
