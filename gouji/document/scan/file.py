"""An image handed in alone: who reads it, or what to install."""

from importlib import import_module

from gouji.document.model import Document
from gouji.document.scan.extra import is_installed
from gouji.errors import UnreadableDocument
from gouji.words import words


def read_image(data: bytes, name: str) -> Document:
    """The document in this image (PNG, JPEG, TIFF of one page or many, BMP, GIF, WebP). Its places are in pixels of the image as shown."""
    if not is_installed():
        raise UnreadableDocument(words("reading.image-needs-ocr"))
    document: Document = import_module("gouji.document.scan.images").read_images(data, name)
    return document
