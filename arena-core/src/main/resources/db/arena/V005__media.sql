-- The Arena database, version 5: files that belong to prompts and responses, and what was found in texts that tells who wrote them.
PRAGMA user_version = 5;
