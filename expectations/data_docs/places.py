"""A place in a document, and the name of a figure, as a person says them."""

from gouji.finding import Words
from gouji.form.model import Form
from gouji.place import Place
from gouji.words import words


def place_words(place: Place) -> Words:
    """第4页 · 表1第2行第3列 · 第89行: the parts that the place has, widest first."""
    parts: list[Words] = []
    if place.page is not None:
        parts.append(words("pages.place-page", n=place.page))
    if place.table is not None:
        parts.append(words("pages.place-table", n=place.table))
    if place.row is not None and place.column is not None:
        parts.append(words("pages.place-cell", row=place.row, column=place.column))
    if place.line is not None:
        parts.append(words("pages.place-line", n=place.line))
    if place.paragraph is not None:
        parts.append(words("pages.place-paragraph", n=place.paragraph))
    return joined(parts) if parts else words("pages.place-unknown")


def figure_words(form: Form, figure_id: str) -> Words:
    """表三 · （一）予以公开 · 自然人: the labels are the form's own in either language."""
    row, column = form.line(figure_id)
    table = form.table(figure_id.split(".")[0])
    parts = [Words(table.name, words(f"pages.{table.id}").en)]
    parts += [Words(label, label) for line in (row, column) for label in (line.group, line.label) if label]
    return joined(parts)


def joined(parts: list[Words]) -> Words:
    return Words(" · ".join(p.zh for p in parts), " · ".join(p.en for p in parts))
