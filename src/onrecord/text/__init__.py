"""Pure helpers on str: normalising, quotation marks, numbers in words."""
