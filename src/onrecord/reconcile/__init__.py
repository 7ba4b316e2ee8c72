"""Claims to events; pure: the store hands it candidates, it hands back decisions."""
