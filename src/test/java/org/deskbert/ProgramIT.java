package org.deskbert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is laid out for the user, started as a process of its own. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ProgramIT {
  /**
   * Calls that would use an internet socket. Unconnected ones, the probes of the JDK, are no such
   * calls.
   */
  private static final Pattern NETWORK_USE =
      Pattern.compile(
          "\\b(bind|connect|listen|accept4?|sendto|sendmsg|recvfrom|recvmsg)\\(.*AF_(INET6?|NETLINK|PACKET)");

  private static final Pattern OTHER_SOCKET = Pattern.compile("socket\\(AF_(NETLINK|PACKET)");

  private static final String QUESTIONS = "i forgot my password\nhow tall is the eiffel tower\n";

  @TempDir Path folder;

  @Test
  void answersFromTheCommandLine() throws Exception {
    List<String> lines = run(List.of(), "ask", "--json");
    assertEquals(2, lines.size(), lines.toString());
    JsonObject first = JsonParser.parseString(lines.getFirst()).getAsJsonObject();
    assertEquals("answered", first.get("outcome").getAsString(), lines.getFirst());
    assertEquals("model", first.get("mode").getAsString());
  }

  @Test
  void knowsItsVersion() throws Exception {
    assertTrue(run(List.of(), "--version").getFirst().matches("DeskBERT \\d+\\.\\d+\\.\\d+"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void usesNoNetwork() throws Exception {
    Path trace = folder.resolve("trace");
    run(List.of("strace", "-f", "-qq", "-e", "trace=network", "-o", trace.toString()), "ask");
    try (Stream<String> calls = Files.lines(trace)) {
      List<String> network =
          calls
              .filter(c -> NETWORK_USE.matcher(c).find() || OTHER_SOCKET.matcher(c).find())
              .toList();
      assertEquals(List.of(), network);
    }
  }

  private List<String> run(List<String> before, String... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(before);
    command.add(System.getProperty("program"));
    command.addAll(List.of("--data", folder.resolve("data").toString()));
    command.addAll(List.of(words));
    Path in = Files.writeString(folder.resolve("in"), QUESTIONS);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    int code =
        new ProcessBuilder(command)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    assertEquals(0, code, Files.readString(err));
    return Files.readAllLines(out);
  }
}
