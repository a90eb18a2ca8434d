package org.deskbert.app;

/** What an import does with a FAQ of that name that is already there. */
public enum ImportMode {
  /** Refuses. */
  NEW,
  /** The file's entries take the place of all that were there. */
  REPLACE,
  /** The file's entries are added or take the place of those with the same id. */
  MERGE
}
