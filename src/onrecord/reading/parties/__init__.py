"""Who is named in an article, and who the pronouns and descriptions stand for."""
