"""Who says what: cues, sources, contents and stances."""
