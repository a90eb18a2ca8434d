package org.deskbert.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with the words of a command line, in a sentence for the user. */
final class Usage {
  private Usage() {}

  /** The sentence; where picocli's own says enough, that one. */
  static String sentence(ParameterException problem) {
    return switch (problem) {
      case UnmatchedArgumentException unmatched -> unmatched(unmatched);
      case MutuallyExclusiveArgsException exclusive -> exclusive(exclusive);
      default -> plain(problem);
    };
  }

  private static String plain(ParameterException problem) {
    return String.valueOf(problem.getMessage()).replaceFirst("^Error: ", "");
  }

  private static String exclusive(MutuallyExclusiveArgsException problem) {
    return plain(problem)
        .replaceFirst(
            "(\\S+), (\\S+) are mutually exclusive.*",
            "$1 and $2 exclude each other: give one of them.");
  }

  private static String unmatched(UnmatchedArgumentException problem) {
    CommandLine line = problem.getCommandLine();
    String name = line.getCommandSpec().qualifiedName();
    String word = problem.getUnmatched().getFirst();
    if (problem.isUnknownOption()) {
      return name + " has no option " + word + "." + likely(problem);
    }
    if (line.getCommand() instanceof Cli root) {
      return noCommand(line, root.file == null ? word : root.file.toString());
    }
    if (!line.getSubcommands().isEmpty()) {
      return name + " has no command " + word + "." + likely(problem);
    }
    return name + " has no place for \"" + word + "\"; put words that belong together in quotes.";
  }

  /** The sentence on a first word that is neither a command nor a file. */
  static String noCommand(CommandLine root, String word) {
    String likely = likely(new UnmatchedArgumentException(root, List.of(word)));
    return "There is no command and no file named " + word + "." + likely;
  }

  private static String likely(UnmatchedArgumentException problem) {
    List<String> suggestions = problem.getSuggestions();
    return suggestions.isEmpty() ? "" : " Did you mean " + suggestions.getFirst() + "?";
  }
}
