-- The Arena database, version 7: leaderboards that were frozen.
PRAGMA user_version = 7;
