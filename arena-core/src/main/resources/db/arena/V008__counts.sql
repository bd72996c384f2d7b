-- The Arena database, version 8: counts of votes that are kept between starts.
PRAGMA user_version = 8;

-- The log of votes in columns, so many votes a piece, made from the tables of votes and battles and made again where it is lost: it holds
-- nothing that they do not. last_hash is the row_hash of its last vote, which covers all votes before; content_hash covers the content
-- of this piece and of those before. Rows come, and go all at once.
CREATE TABLE count_piece (
  number INTEGER PRIMARY KEY CHECK (number >= 1),
  format INTEGER NOT NULL,
  last_vote INTEGER NOT NULL,
  last_hash BLOB NOT NULL CHECK (length(last_hash) = 32),
  content_hash BLOB NOT NULL CHECK (length(content_hash) = 32),
  content BLOB NOT NULL
) STRICT;
