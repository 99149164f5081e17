"""A place in a document, and the name of a figure, as a person says them."""

from dataclasses import replace

from gouji.finding import Words
from gouji.form.model import Form
from gouji.place import Place
from gouji.words import words
from gouji.words.places import figure_in_words, in_a_row, spot_in_words


def place_words(place: Place) -> Words:
    """第4页 · 第12段: the page where there is one, and the spot on it."""
    spots = [spot_in_words(Place(page=place.page, file=place.file)), spot_in_words(replace(place, page=None))]
    said = [spot for spot in spots if spot]
    return in_a_row(said, " · ", " · ") if said else words("pages.place-unknown")


def figure_words(form: Form, figure_id: str) -> Words:
    """表三 · （一）予以公开 · 自然人: the labels are the form's own in Chinese."""
    return figure_in_words(form.name, figure_id)
