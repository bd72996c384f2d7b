-- The Arena database, version 3: studies, their versions and states, and what a vote in a study says besides its verdict.
PRAGMA user_version = 3;
