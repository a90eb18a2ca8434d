package org.deskbert.faq;

/** What a column of a table, or a member of a JSON object, holds. */
public enum Column {
  ID,
  QUESTION,
  PHRASINGS,
  ANSWER,
  CATEGORY,
  TAGS,
  PARENT,
  UNTIL,
  NOTES,
  /** Nothing of an entry. */
  OTHER
}
