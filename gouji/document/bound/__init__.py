"""Pictures that are the pages of one report, bound together as one document."""
