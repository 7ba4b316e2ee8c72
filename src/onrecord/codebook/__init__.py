"""Vocabularies as data (YAML) and their loader."""
