"""From layers to claims."""
