"""Layouts met in the wild, rebuilt with sentences and figures of our own and named after what is odd about them."""
