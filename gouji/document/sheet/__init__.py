"""Excel workbooks, as a person sees their sheets."""

from gouji.document.sheet.file import read_xlsx

__all__ = ["read_xlsx"]
