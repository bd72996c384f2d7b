-- A migration that only tests know.
PRAGMA user_version = 10;

CREATE TABLE third (id INTEGER PRIMARY KEY) STRICT;
