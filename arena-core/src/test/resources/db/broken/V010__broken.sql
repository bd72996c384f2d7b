-- A migration that fails half-way.
PRAGMA user_version = 10;

CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT;

INSERT INTO nowhere (id) VALUES (1);
