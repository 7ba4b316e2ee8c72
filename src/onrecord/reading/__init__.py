"""Articles to claims: a pure function of the text, the codebook and the weights."""
