"""Shares and rates in per cent."""
