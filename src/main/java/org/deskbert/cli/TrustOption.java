package org.deskbert.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.deskbert.app.DeskBert;
import org.deskbert.app.Packs;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Pack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether the signer of a pack is trusted; asked once on a terminal. */
final class TrustOption {
  @Option(
      names = "--trust",
      paramLabel = "FINGERPRINT",
      description = "Trust this signer, as its owner has read it out, from now on.")
  private @Nullable String fingerprint;

  /** Reads a pack, if its signer is trusted. */
  Pack read(DeskBert program, Path file, Console console) throws FaqException, IOException {
    Packs packs = program.packs();
    if (fingerprint == null && console.terminal()) {
      Pack pack = packs.read(file);
      if (!packs.trusted(pack)) {
        console.note(file + " was signed by somebody unknown here: " + pack.signer());
        console.note("Let its owner read these digits out to you. Trust this signer? yes or no:");
        if (console.yes()) {
          packs.trust(pack);
        }
      }
    }
    return packs.readTrusted(file, fingerprint);
  }
}
