"""Pages that are pictures: straightened, their rules found, each cell read on its own by an OCR that needs no network.

Nothing of it is imported before such a page is read: the OCR is an optional extra.
"""
