"""Buckets of an object store that speaks S3."""

from connectors.sources.store.source import StoreSource

__all__ = ["StoreSource"]
