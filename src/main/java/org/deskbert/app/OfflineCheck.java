package org.deskbert.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What this very process has to do with the network, as the kernel and the Java tell it. */
final class OfflineCheck {
  private static final String NOT_CHECKED = "not checked: only Linux tells";

  /**
   * What the kernel lists of sockets that could leave this machine; the last column is a number.
   */
  private static final List<String> TABLES =
      List.of("tcp", "tcp6", "udp", "udp6", "udplite", "udplite6", "raw", "raw6", "icmp", "icmp6");

  /** Sockets to the kernel and to network cards, which have their number in a column by name. */
  private static final List<String> NAMED_TABLES = List.of("netlink", "packet");

  private static final Pattern LIBRARY = Pattern.compile("/\\S*/([^/]+\\.so[.\\d]*|modules)$");

  /** Libraries that are there for nothing but connections. */
  private static final Pattern NETWORK_LIBRARY =
      Pattern.compile("lib(curl|soup|ssl|gnutls|nghttp|ldap|ssh|grpc|resolv|nss_dns).*");

  /** Modules of the Java that are there for nothing but connections. */
  private static final List<String> NETWORK_MODULES =
      List.of(
          "java.net.http",
          "java.rmi",
          "java.naming",
          "java.management.rmi",
          "jdk.httpserver",
          "jdk.naming.dns",
          "jdk.sctp");

  private final Path proc;

  /** Creates a check of the process whose folder in {@code /proc} this is. */
  OfflineCheck(Path proc) {
    this.proc = proc;
  }

  /**
   * The sockets that are open now.
   *
   * @throws IOException if one of them could leave the machine, with a sentence that names it
   */
  String sockets() throws IOException {
    if (!Files.exists(proc.resolve("fd"))) {
      return NOT_CHECKED;
    }
    Set<String> own = ownSockets();
    List<String> found = new ArrayList<>();
    for (String table : TABLES) {
      for (List<String> row : rows(table)) {
        if (row.size() > 9 && own.contains(row.get(9))) {
          found.add(table + " " + row.get(1));
        }
      }
    }
    for (String table : NAMED_TABLES) {
      if (!Collections.disjoint(own, inodes(table))) {
        found.add(table);
      }
    }
    Set<String> local = inodes("unix");
    Set<String> unknown = new HashSet<>(own);
    unknown.removeAll(local);
    unknown.retainAll(ownSockets()); // what was closed meanwhile is in no table any more
    if (found.isEmpty() && !local.isEmpty() && !unknown.isEmpty()) {
      found.add(unknown.size() + " of a kind that the kernel lists nowhere");
    }
    if (!found.isEmpty()) {
      throw new IOException("open: " + String.join(", ", found));
    }
    return "no internet, netlink or packet socket is open; " + own.size() + " others, local ones";
  }

  /** The sockets of a table that has their number in a column by name. */
  private Set<String> inodes(String table) throws IOException {
    List<List<String>> rows = rows(table);
    int column = rows.isEmpty() ? -1 : rows.getFirst().indexOf("Inode");
    Set<String> inodes = new HashSet<>();
    for (List<String> row : rows) {
      if (column >= 0 && row.size() > column) {
        inodes.add(row.get(column));
      }
    }
    return inodes;
  }

  private Set<String> ownSockets() throws IOException {
    Set<String> own = new HashSet<>();
    try (Stream<Path> links = Files.list(proc.resolve("fd"))) {
      for (Path link : links.toList()) {
        String target = target(link);
        if (target.startsWith("socket:[")) {
          own.add(target.substring("socket:[".length(), target.length() - 1));
        }
      }
    }
    return own;
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return ""; // closed meanwhile
    }
  }

  private List<List<String>> rows(String table) throws IOException {
    Path file = proc.resolve("net").resolve(table);
    if (!Files.exists(file)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines.map(line -> List.of(line.strip().split("\\s+"))).toList();
    }
  }

  /**
   * The native libraries that are loaded now.
   *
   * @throws IOException if one of them is for connections, with a sentence that names it
   */
  String libraries() throws IOException {
    Path maps = proc.resolve("maps");
    if (!Files.exists(maps)) {
      return NOT_CHECKED;
    }
    Set<String> names = new TreeSet<>();
    try (Stream<String> lines = Files.lines(maps)) {
      lines
          .map(LIBRARY::matcher)
          .filter(Matcher::find)
          .forEach(library -> names.add(library.group(1)));
    }
    List<String> bad = names.stream().filter(n -> NETWORK_LIBRARY.matcher(n).matches()).toList();
    if (!bad.isEmpty()) {
      throw new IOException("loaded: " + String.join(", ", bad));
    }
    return names.size() + " loaded, none for connections: " + String.join(" ", names);
  }

  /** The network classes that the Java in use holds; the build proves that nothing calls them. */
  String classes() {
    List<String> there =
        NETWORK_MODULES.stream()
            .filter(name -> ModuleLayer.boot().findModule(name).isPresent())
            .toList();
    String base = "java.base has sockets, which nothing in the program calls (docs/offline.md)";
    return there.isEmpty()
        ? "this Java was made without " + String.join(", ", NETWORK_MODULES) + "; " + base
        : "this Java has "
            + String.join(", ", there)
            + ", which nothing in the program calls and the installed program lacks; "
            + base;
  }
}
