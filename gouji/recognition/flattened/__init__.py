"""Tables that were written out one cell a paragraph, or one row a line, put back into rows.

Programs that take the text out of pages leave of a table only the order of its cells. A row is then a label
and the figures behind it: the columns are sure only where a row has as many figures as the form asks for.
"""

from gouji.recognition.flattened.whole import with_flattened

__all__ = ["with_flattened"]
