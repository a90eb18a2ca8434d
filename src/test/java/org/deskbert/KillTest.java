package org.deskbert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.deskbert.faults.Reliability;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kills the program while it imports, edits, merges, packs, undoes and restores. What it had
 * confirmed is there, what it had not is there whole or not at all. {@code -Dkills=200} for more,
 * {@code -Dreport=FILE} writes its rows of docs/reliability.md.
 */
class KillTest {
  private static final int KILLS = Integer.getInteger("kills", 3);
  private static final long SEED = 7;
  private static final long LONGEST_WAIT = 40_000_000; // ns, about as long as a step takes

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nothingConfirmedIsLostAndNothingIsHalfThere(boolean encrypted) throws Exception {
    Path whole = Files.createDirectory(folder.resolve("whole"));
    List<String> states = run(whole, encrypted, -1, 0);
    assertEquals(KilledProgram.STEPS, states.size());
    Random random = new Random(SEED);
    for (int kill = 0; kill < KILLS; kill++) {
      Path data = Files.createDirectory(folder.resolve("kill" + kill));
      int after = random.nextInt(KilledProgram.STEPS - 1);
      List<String> confirmed = run(data, encrypted, after, random.nextLong(LONGEST_WAIT));
      assertEquals(states.subList(0, confirmed.size()), confirmed);
      if (!encrypted) {
        assertEquals("ok", integrity(data.resolve("library.db")));
      }
      String state = KilledProgram.state(data, encrypted);
      int last = confirmed.size() - 1;
      int next = Math.min(last + 1, states.size() - 1);
      assertTrue(
          state.equals(states.get(last)) || state.equals(states.get(next)),
          "kill " + kill + " after step " + last + " left something else");
      delete(data);
    }
    String report = System.getProperty("report");
    if (report != null) {
      String library = encrypted ? "an encrypted library" : "the library";
      String fault = "Killed " + KILLS + " times while it writes " + library;
      Reliability.add(
          Path.of(report), fault, "| " + fault + " | – | nothing confirmed | opens as it was |");
    }
  }

  /** Runs the program and kills it a while after it confirmed a step; returns what it confirmed. */
  private static List<String> run(Path data, boolean encrypted, int killAfter, long wait)
      throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KilledProgram.class.getName(),
                data.toString(),
                String.valueOf(SEED),
                String.valueOf(encrypted))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> states = new ArrayList<>();
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith("confirmed ")) {
          states.add(line.split(" ", -1)[2]);
        }
        if (states.size() == killAfter + 1 && killAfter >= 0 && process.isAlive()) {
          LockSupport.parkNanos(wait); // any moment of what comes next will do
          process.toHandle().destroyForcibly(); // what it had said stays readable
        }
      }
    }
    process.waitFor();
    return states;
  }

  private static String integrity(Path db) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + db);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
      row.next();
      return row.getString(1);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
