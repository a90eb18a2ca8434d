package org.deskbert.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** That docs/commands.md has every command with its options, and none that is not there. */
class CommandsPageTest {
  private static final Pattern OPTION = Pattern.compile("(?<=[ \\[(])--?[a-z][a-z-]*");

  @Test
  void thePageHasAllCommandsWithTheirOptions() throws IOException {
    CommandLine line = Cli.commandLine();
    SortedMap<String, SortedSet<String>> there = new TreeMap<>();
    collect(line, there);
    there.put("deskbert", new TreeSet<>(List.of("--ask", "--kiosk")));
    SortedMap<String, SortedSet<String>> told = new TreeMap<>();
    for (String text : Files.readAllLines(Path.of("docs/commands.md"))) {
      if (text.matches("deskbert .*")) {
        told.put(command(line, text), options(text));
      }
    }
    assertEquals(there, told);
  }

  /** The commands that do something by themselves, each with the options of its own. */
  private static void collect(CommandLine line, SortedMap<String, SortedSet<String>> all) {
    if (line.getSubcommands().isEmpty()) {
      SortedSet<String> options = new TreeSet<>();
      for (OptionSpec option : line.getCommandSpec().options()) {
        if (!option.inherited() && !option.usageHelp() && !option.versionHelp()) {
          options.add(option.longestName());
        }
      }
      all.put(line.getCommandSpec().qualifiedName(), options);
    }
    for (CommandLine each : line.getSubcommands().values()) {
      if (!each.getCommandSpec().usageMessage().hidden()) {
        collect(each, all);
      }
    }
  }

  private static String command(CommandLine line, String text) {
    CommandLine deepest = line;
    for (String word : text.split(" ")) {
      deepest = deepest.getSubcommands().getOrDefault(word, deepest);
    }
    return deepest.getCommandSpec().qualifiedName();
  }

  private static SortedSet<String> options(String text) {
    SortedSet<String> options = new TreeSet<>();
    Matcher matcher = OPTION.matcher(text);
    while (matcher.find()) {
      options.add(matcher.group());
    }
    return options;
  }
}
