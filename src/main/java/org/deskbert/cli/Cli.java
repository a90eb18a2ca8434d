package org.deskbert.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.deskbert.app.DataFolder;
import org.deskbert.app.DeskBert;
import org.deskbert.app.Encryption;
import org.deskbert.app.FirstWindow;
import org.deskbert.app.Program;
import org.deskbert.app.Wish;
import org.deskbert.encoder.BundleException;
import org.deskbert.faq.FaqException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root of the command line: options that all commands share, and how failures are told. */
@Command(
    name = "deskbert",
    description = "Answers questions from a local FAQ, offline.",
    footer = {"", "Example: deskbert --ask \"How do I reset my password?\""},
    mixinStandardHelpOptions = true,
    versionProvider = Cli.Version.class)
public final class Cli implements Callable<Integer> {
  private static final Map<String, Class<?>> COMMANDS = commands();

  private static Map<String, Class<?>> commands() {
    Map<String, Class<?>> commands = new LinkedHashMap<>();
    commands.put("chat", ChatCommand.class);
    commands.put("ask", AskCommand.class);
    commands.put("faq", FaqCommand.class);
    commands.put("embed", EmbedCommand.class);
    commands.put("intent", IntentCommand.class);
    commands.put("eval", EvalCommand.class);
    commands.put("bench", BenchCommand.class);
    commands.put("model", ModelCommand.class);
    commands.put("doctor", DoctorCommand.class);
    commands.put("encryption", EncryptionCommand.class);
    commands.put("update", UpdateCommand.class);
    commands.put("rehearse", RehearseCommand.class);
    return commands;
  }

  /** It could not be done. */
  static final int FAILED = 1;

  private static final Set<String> OF_WINDOW = Set.of("--data", "--debug", "--ask", "--kiosk");

  private static final String NO_MEMORY =
      "There is too little memory for this; it was broken off, and nothing is half done. Close"
          + " other programs, or do it with a smaller file.";

  /** Wrong usage. */
  static final int USAGE = 2;

  /** Opens the window. */
  public interface Window {
    /**
     * Shows the window until it is closed.
     *
     * @param data the data folder, or null for the usual one
     * @param wish what it is to do at once
     * @return the exit code
     */
    int open(@Nullable Path data, Wish wish) throws FaqException;
  }

  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Data folder; the variable DESKBERT_HOME does the same.")
  @Nullable Path data;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the trace of a failure.")
  boolean debug;

  @Option(
      names = "-m",
      paramLabel = "MODEL",
      scope = ScopeType.INHERIT,
      description = "Name or folder of a model bundle.")
  @Nullable String model;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Holds the passphrase of an encrypted data folder; a terminal asks for it.")
  @Nullable Path passphraseFile;

  @Option(names = "--ask", paramLabel = "QUESTION", description = "Ask at once.")
  @Nullable String question;

  @Option(
      names = "--kiosk",
      description = "Full screen for passers-by; only the owner's passphrase leads out.")
  boolean kiosk;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "A FAQ to open.")
  @Nullable Path file;

  @Spec CommandSpec spec;

  private @Nullable DataFolder folder;
  final Console console;
  final @Nullable Window window;

  /**
   * Creates the command line.
   *
   * @param window opens the window, or null where there is no display
   */
  @SuppressWarnings("NullAway.Init") // picocli sets the specification
  private Cli(Console console, @Nullable Window window) {
    this.console = console;
    this.window = window;
  }

  /** Runs one command line with the standard streams and returns its exit code. */
  public static int run(String[] args, @Nullable Window window) {
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    return run(args, Console.of(System.in, out, System.err, terminal()), window);
  }

  /**
   * The commands that {@code words} name, none where they only open the window, or else all: to
   * look at the annotations of all takes longer than to open the library.
   */
  private static CommandLine commandLine(Cli cli, List<String> words, boolean opens) {
    CommandLine line = new CommandLine(cli);
    boolean any = words.stream().anyMatch(COMMANDS::containsKey);
    COMMANDS.forEach((name, command) -> {
      if (any ? words.contains(name) : !opens) {
        line.addSubcommand(command);
      }
    });
    return line;
  }

  /** Whether these words have no command, and no option but those of the window. */
  private static boolean opens(List<String> words) {
    return words.stream().noneMatch(COMMANDS::containsKey)
        && words.stream()
            .map(word -> word.replaceFirst("=.*", ""))
            .allMatch(word -> !word.startsWith("-") || OF_WINDOW.contains(word));
  }

  /** All commands, to look at their help, or to write the manual. */
  public static CommandLine commandLine() {
    InputStream in = InputStream.nullInputStream();
    OutputStream out = OutputStream.nullOutputStream();
    return commandLine(new Cli(Console.of(in, out, out, false), null), List.of(), false);
  }

  @SuppressWarnings("SystemConsoleNull") // still null where a restricted provider is installed
  private static boolean terminal() {
    java.io.Console console = System.console();
    return console != null && console.isTerminal();
  }

  static int run(String[] args, Console console, @Nullable Window window) {
    return run(args, console, window, opens(List.of(args)));
  }

  private static int run(String[] args, Console console, @Nullable Window window, boolean opens) {
    Cli cli = new Cli(console, window);
    CommandLine line = commandLine(cli, List.of(args), opens);
    line.setOut(new PrintWriter(console.out(), true, UTF_8));
    line.setErr(new PrintWriter(console.err(), true, UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((problem, words) ->
        opens ? run(args, console, window, false) : wrongUsage(console, problem));
    line.setExecutionExceptionHandler((problem, command, parsed) -> failed(cli, problem));
    int code;
    try {
      code = line.execute(args);
    } catch (OutOfMemoryError e) {
      code = failed(cli, new Failure(NO_MEMORY, e));
    }
    return console.finish() || code != 0 ? code : FAILED;
  }

  @Override
  public Integer call() throws FaqException, BundleException, IOException, Failure {
    if (file != null && !Files.exists(file) && !file.toString().matches(".*[./\\\\].*")) {
      throw new ParameterException(
          spec.commandLine(), Usage.noCommand(spec.commandLine(), file.toString()));
    }
    if (window != null) {
      return window.open(data, new Wish(file, question, kiosk));
    }
    if (kiosk) {
      throw new Failure("A kiosk needs a display; see that DISPLAY is set.");
    }
    return ChatCommand.chat(this, FaqOptions.of(file), question);
  }

  /** The data folder; an encrypted one is unlocked, by a passphrase that is asked for once. */
  DataFolder folder() throws FaqException {
    DataFolder opened = folder;
    if (opened == null) {
      opened = DataFolder.open(data);
      Encryption encryption = new Encryption(opened);
      if (encryption.isOn()) {
        encryption.unlock(Passphrase.current(passphraseFile, encryption));
        if (!FirstWindow.isOpen(opened)) {
          encryption.finish();
        }
        opened = encryption.folder();
      }
      folder = opened;
    }
    return opened;
  }

  /** Opens the data folder and the library; tells if the settings were damaged. */
  DeskBert open() throws FaqException {
    DeskBert program = DeskBert.open(folder());
    if (!program.settingsNote().isEmpty()) {
      console.note(program.settingsNote());
    }
    program.packNotes().forEach(console::note);
    return program;
  }

  private static int wrongUsage(Console console, ParameterException problem) {
    String name = problem.getCommandLine().getCommandSpec().qualifiedName();
    console.note("deskbert: " + oneLine(Usage.sentence(problem)));
    console.note("See: " + name + " --help");
    return USAGE;
  }

  private static int failed(Cli cli, Exception problem) {
    Console console = cli.console;
    console.out().flush();
    if (cli.debug) {
      problem.printStackTrace(console.err());
    }
    boolean expected =
        problem instanceof FaqException
            || problem instanceof BundleException
            || problem instanceof Failure
            || problem instanceof IOException;
    if (problem.getCause() instanceof OutOfMemoryError) { // as picocli wraps it
      expected = true;
      problem = new Failure(NO_MEMORY);
    }
    String message = oneLine(problem.getMessage());
    if (!expected || message.isEmpty()) {
      message = problem.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
    }
    console.note("deskbert: " + message);
    if (!expected && !cli.debug) {
      console.note("Run it again with --debug to see where this happened.");
    }
    return FAILED;
  }

  private static String oneLine(@Nullable String text) {
    String line = text == null ? "" : text.replaceAll("\\s*\\R\\s*", " ").strip();
    return line.length() > 600 ? line.substring(0, 600) + " …" : line;
  }

  /** Tells the version as built. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"DeskBERT " + Program.version()};
    }
  }
}
