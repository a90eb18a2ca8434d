package org.deskbert.faq;

/**
 * How long changes are remembered.
 *
 * @param days every single change of so many days is kept, and can be undone
 * @param dailyDays of so many days before, the changes of a day are kept as one; older ones are
 *     forgotten
 */
public record HistoryRule(int days, int dailyDays) {
  /** What holds unless the owner chose otherwise: 30 days, then a year. */
  public static final HistoryRule USUAL = new HistoryRule(30, 365);

  /** Takes at least one day of each. */
  public HistoryRule {
    days = Math.max(1, days);
    dailyDays = Math.max(1, dailyDays);
  }
}
