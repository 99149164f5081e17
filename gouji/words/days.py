"""A day as people write it."""

from datetime import date

from gouji.finding import Words


def day_in_words(day: date) -> Words:
    """2024年1月31日, without zeros in front as on paper; in English as dates are sorted."""
    return Words(f"{day.year}年{day.month}月{day.day}日", day.isoformat())
