-- A library as the first version of the program left it.
CREATE TABLE faq(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  active INTEGER NOT NULL DEFAULT 0);
CREATE TABLE entry(
  faq INTEGER NOT NULL REFERENCES faq(id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  answer TEXT NOT NULL,
  category TEXT NOT NULL,
  tags TEXT NOT NULL,
  parent TEXT,
  until TEXT,
  PRIMARY KEY(faq, id));
CREATE TABLE phrasing(
  faq INTEGER NOT NULL,
  entry TEXT NOT NULL,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY(faq, entry, position),
  FOREIGN KEY(faq, entry) REFERENCES entry(faq, id) ON DELETE CASCADE) WITHOUT ROWID;
INSERT INTO faq VALUES(1, 'mine', 1);
INSERT INTO entry VALUES(1, 'm-1', 0, 'By the *blue* door.', '', '', NULL, NULL);
INSERT INTO phrasing VALUES(1, 'm-1', 0, 'How do I get in?');
PRAGMA application_id=1147880020;
PRAGMA user_version=1;
