"""Web pages: the article found among navigation, its tables and paragraphs as a person sees them."""

from gouji.document.html.file import read_html

__all__ = ["read_html"]
