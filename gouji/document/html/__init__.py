"""Web pages: the article found among navigation, its tables and paragraphs as a person sees them."""

from gouji.document.html.file import read_html
from gouji.document.html.mht import read_mht

__all__ = ["read_html", "read_mht"]
