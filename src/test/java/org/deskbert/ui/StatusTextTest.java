package org.deskbert.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deskbert.app.Status;
import org.deskbert.app.Status.Phase;
import org.deskbert.app.Status.Reason;
import org.junit.jupiter.api.Test;

class StatusTextTest {
  @Test
  void wordsAloneAreSaidToAnswerOnlyWhereTheyDo() {
    Status first = new Status(Phase.WORDS, Reason.READING, "", 0.5, "", "IT");
    Status edited = new Status(Phase.READY, Reason.READING, "", 0.5, "deskbert-small", "IT");
    assertTrue(WindowModel.statusText(first).startsWith("Words only"));
    assertFalse(WindowModel.statusText(edited).startsWith("Words only"));
  }
}
