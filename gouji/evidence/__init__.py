"""Small pictures of the places that findings speak of, made from the documents' own bytes in processes of their own."""

from gouji.evidence.model import Evidence, Excerpt, ExcerptCell, Quote, Wanted
from gouji.evidence.shelf import Shelf

__all__ = ["Evidence", "Excerpt", "ExcerptCell", "Quote", "Shelf", "Wanted"]
