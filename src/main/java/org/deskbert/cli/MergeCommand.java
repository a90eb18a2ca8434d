package org.deskbert.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.deskbert.app.DeskBert;
import org.deskbert.app.Packs;
import org.deskbert.faq.Conflict;
import org.deskbert.faq.Conflict.Side;
import org.deskbert.faq.Exchange.Standing;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Merge;
import org.deskbert.faq.Pack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Brings the changes of two owners together. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    description = {
      "Merges a pack into a FAQ: what either side changed since both had the same is kept.",
      "Where both changed the same, the library's own is kept and told; --theirs takes the other."
    },
    footer = {
      "",
      "Example:",
      "  deskbert faq pack it it.faqpack",
      "  deskbert faq merge it it.faqpack"
    })
final class MergeCommand implements Callable<Integer> {
  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private FaqCommand parent;

  @Parameters(index = "0", paramLabel = "NAME", description = "Name of a FAQ in the library.")
  @SuppressWarnings("NullAway.Init")
  private String name;

  @Parameters(index = "1", paramLabel = "FILE", description = "A pack.")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Option(
      names = "--theirs",
      paramLabel = "ID",
      description = "Take the pack's side of this entry in a conflict; may be repeated.")
  private List<String> theirs = new ArrayList<>();

  @Option(names = "--preview", description = "Only say what would change.")
  private boolean preview;

  @Mixin private TrustOption trust = new TrustOption();

  @Override
  public Integer call() throws FaqException, IOException {
    Console console = parent.cli.console;
    try (DeskBert program = parent.cli.open()) {
      Packs packs = program.packs();
      Pack pack = trust.read(program, file, console);
      Map<String, Side> choices = new HashMap<>();
      theirs.forEach(id -> choices.put(id, Side.THEIRS));
      if (packs.standing(pack, name) == Standing.KNOWN) {
        if (!preview) {
          packs.merge(pack, file, name, Map.of()); // for its tests
        }
        console.line(name + " has all that is in " + file + "; nothing changed.");
        return 0;
      }
      List<String> clashes = packs.clashes(pack);
      Merge merge =
          preview ? packs.preview(pack, name, choices) : packs.merge(pack, file, name, choices);
      UnpackCommand.tell(clashes, console);
      for (Conflict conflict : merge.conflicts()) {
        Side side = choices.getOrDefault(conflict.id(), Side.OURS);
        String kept = side == Side.OURS ? " The FAQ's own was kept." : " The pack's was taken.";
        console.note(conflict.sentence() + kept);
      }
      String counts = merge.changes().counts();
      String done = preview ? name + " would get " : name + " got ";
      console.line(done + (counts.isEmpty() ? "no changes" : counts) + ".");
      console.line(
          merge.agreed()
              ? "Both have the same now."
              : "The other side lacks something of yours: deskbert faq pack " + name + " FILE");
      return 0;
    }
  }
}
