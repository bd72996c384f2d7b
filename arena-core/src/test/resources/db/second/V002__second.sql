-- A migration that only tests know.
PRAGMA user_version = 2;

CREATE TABLE second (id INTEGER PRIMARY KEY) STRICT;
