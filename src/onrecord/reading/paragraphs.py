"""The paragraphs of a document as tokens."""

from spacy.tokens import Doc, Token

__all__ = ["paragraphs"]


def paragraphs(doc: Doc) -> list[list[Token]]:
    """Return the paragraphs of a document, without white space."""
    lines: list[list[Token]] = [[]]
    for token in doc:
        if not token.is_space:
            lines[-1].append(token)
        if "\n" in token.text:
            lines.append([])
    return [line for line in lines if line]
