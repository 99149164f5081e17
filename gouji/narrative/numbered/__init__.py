"""What is said with a number: each number that counts something known is a claim, sure or not."""
