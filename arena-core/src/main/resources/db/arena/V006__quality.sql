-- The Arena database, version 6: signals about voters and decisions on their votes.
PRAGMA user_version = 6;
