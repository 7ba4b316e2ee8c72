"""Corpora readers and metrics; returns records, prints nothing."""
