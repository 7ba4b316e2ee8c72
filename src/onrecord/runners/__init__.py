"""Apply a function to batches: inline or in processes."""
