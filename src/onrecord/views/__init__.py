"""The ledger as people look at it, once for cli, brief, web and MCP."""
