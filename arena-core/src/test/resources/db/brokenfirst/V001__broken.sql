-- A first migration that fails half-way.
PRAGMA application_id = 1098016110;
PRAGMA user_version = 1;

CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT;

INSERT INTO nowhere (id) VALUES (1);
