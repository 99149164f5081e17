"""What people are told: who, about whom, in which words."""
