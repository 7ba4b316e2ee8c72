"""One file a page: each asks the ledger and returns the record its HTML, JSON and CSV are made from."""
