package org.deskbert;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Finds, in the byte code of jars, all calls of methods that could open a connection: every one, be
 * it reachable or not.
 */
final class NetworkCalls {
  private static final Pattern NETWORK =
      Pattern.compile(
          "java/net/.*|javax/net/.*|java/rmi/.*|javax/naming/.*|com/sun/net/.*|sun/net/.*"
              + "|java/nio/channels/.*(Socket|Datagram|Multicast|Network).*");

  /** Of java.net, but names and text only. */
  private static final Set<String> HARMLESS =
      Set.of(
          "java/net/URI",
          "java/net/URISyntaxException",
          "java/net/URLDecoder",
          "java/net/URLEncoder",
          "java/net/MalformedURLException");

  /** A URL is but a name until one of these is called. */
  private static final Set<String> OPENING = Set.of("openConnection", "openStream", "getContent");

  private NetworkCalls() {}

  /** The classes with such calls, each with what it calls. */
  static SortedMap<String, List<String>> in(Path jar) throws IOException {
    SortedMap<String, List<String>> found = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        if (entry.getName().endsWith(".class")) {
          ClassModel type = ClassFile.of().parse(zip.getInputStream(entry).readAllBytes());
          List<String> calls = calls(type);
          if (!calls.isEmpty()) {
            found.put(type.thisClass().asInternalName().replace('/', '.'), calls);
          }
        }
      }
    }
    return found;
  }

  private static List<String> calls(ClassModel type) {
    return type.methods().stream()
        .map(MethodModel::code)
        .flatMap(code -> code.stream())
        .flatMap(code -> code.elementStream())
        .filter(InvokeInstruction.class::isInstance)
        .map(InvokeInstruction.class::cast)
        .filter(call -> opens(call.owner().asInternalName(), call.name().stringValue()))
        .map(call -> call.owner().asInternalName().replace('/', '.') + "." + call.name())
        .distinct()
        .toList();
  }

  private static boolean opens(String owner, String method) {
    return owner.equals("java/net/URL")
        ? OPENING.contains(method)
        : NETWORK.matcher(owner).matches() && !HARMLESS.contains(owner);
  }
}
