import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.deskbert.app.DeskBert;
import org.deskbert.app.Status;
import org.deskbert.faq.Edits;
import org.deskbert.faq.Entry;
import org.deskbert.search.Candidate;

/**
 * Times edits in the program as the window runs it: from saving an entry until the next question is
 * answered with it.
 */
final class LiveEdits {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final int EDITS = 20;

  private LiveEdits() {}

  /**
   * Changes entries of an active FAQ one after another, puts them back at the end and tells the
   * seconds as a row of a table. The next edit comes as soon as the one before answers, while the
   * program still fits the confidence to it. The processor's time is that of all threads, asking
   * again and again included.
   */
  static String row(DeskBert program, String faq) throws Exception {
    CountDownLatch ready = new CountDownLatch(1);
    program.onStatus(status -> {
      if (status.phase() == Status.Phase.READY) {
        ready.countDown();
      }
    });
    program.start();
    ready.await();
    List<Entry> entries = new ArrayList<>(program.library().load(faq).entries());
    Collections.shuffle(entries, new Random(11));
    List<Entry> chosen = entries.subList(0, Math.min(EDITS, entries.size()));
    double[] clock = new double[chosen.size()];
    double[] processor = new double[chosen.size()];
    for (int i = 0; i < chosen.size(); i++) {
      Entry old = chosen.get(i);
      String question = "Where is edit " + System.nanoTime() + " of " + old.question();
      Entry edited = new Entry(old.id(), List.of(question), "Edited.", "", List.of(), null, null);
      long used = SYSTEM.getProcessCpuTime();
      long begin = System.nanoTime();
      program.library().apply(faq, Edits.save(edited));
      while (!answers(program, question, edited)) {
        Thread.sleep(10);
      }
      clock[i] = (System.nanoTime() - begin) / 1e9;
      processor[i] = (SYSTEM.getProcessCpuTime() - used) / 1e9;
    }
    for (Entry old : chosen) {
      program.library().apply(faq, Edits.save(old));
    }
    Arrays.sort(clock);
    Arrays.sort(processor);
    return String.format(
        Locale.ROOT,
        "| an edit, from saving it to its first reply, median / slowest of %d |"
            + " %.2f / %.2f s, processor %.2f / %.2f s |",
        clock.length,
        clock[clock.length / 2],
        clock[clock.length - 1],
        processor[clock.length / 2],
        processor[clock.length - 1]);
  }

  private static boolean answers(DeskBert program, String question, Entry edited) {
    Candidate first = program.ask(question).explanation().first();
    return first != null && first.entry().answer().equals(edited.answer());
  }
}
