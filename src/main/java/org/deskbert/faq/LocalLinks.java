package org.deskbert.faq;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Finds links and pictures of an answer that lead to files which aren't there. */
final class LocalLinks {
  private static final Parser PARSER = Parser.builder().maxInlineNesting(100).build();

  private LocalLinks() {}

  /**
   * The destinations that lead nowhere, as they are written.
   *
   * @param folder where relative ones start; null to take these as good, for nobody knows
   */
  static List<String> dead(String markdown, @Nullable Path folder) {
    if (!markdown.contains("](") && !markdown.contains("]:")) {
      return List.of();
    }
    List<String> dead = new ArrayList<>();
    PARSER
        .parse(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link link) {
                check(link, link.getDestination());
              }

              @Override
              public void visit(Image image) {
                check(image, image.getDestination());
              }

              private void check(Node node, String destination) {
                if (!reaches(destination, folder)) {
                  dead.add(destination);
                }
                visitChildren(node);
              }
            });
    return dead;
  }

  private static boolean reaches(String destination, @Nullable Path folder) {
    boolean file = destination.toLowerCase(Locale.ROOT).startsWith("file:");
    // One letter before the colon is a drive of Windows.
    boolean elsewhere = !file && destination.matches("[A-Za-z][A-Za-z0-9+.-]+:.*");
    if (elsewhere || destination.isEmpty() || destination.startsWith("#")) {
      return true;
    }
    try {
      String plain = destination.replaceFirst("[?#].*", "");
      Path path = file ? Path.of(URI.create(plain)) : Path.of(plain.replace("%20", " "));
      if (path.isAbsolute()) {
        return Files.exists(path);
      }
      return folder == null || Files.exists(folder.resolve(path));
    } catch (InvalidPathException | java.nio.file.FileSystemNotFoundException e) {
      return false;
    } catch (IllegalArgumentException e) {
      return false; // no address that a file could have
    }
  }
}
