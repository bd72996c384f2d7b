-- The Arena database, version 8: counts of votes that are kept between starts.
PRAGMA user_version = 8;
