-- Not DELETE: deleted rows stay readable in the file until something else is written over them.
TRUNCATE conversations
