"""The demonstration: two weeks of invented and retold news dispatches that come with the package."""

from onrecord.workflow.demo.dispatches import dispatches_path

__all__ = ["dispatches_path"]
