"""A column of a website that lists reports."""

from connectors.sources.website.source import WebsiteSource

__all__ = ["WebsiteSource"]
