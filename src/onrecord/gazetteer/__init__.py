"""Places and country names."""
