"""On Record: a ledger of attributed claims, with the characters that prove each field."""

__all__ = ["__version__"]

__version__ = "0.1.0"
