package org.deskbert.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A file system in memory; to mount it takes an administrator. */
record SmallDisk(Path path) implements AutoCloseable {
  static SmallDisk mount(Path path, String size) throws Exception {
    Files.createDirectories(path);
    boolean done = command("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", path) == 0;
    assumeTrue(done, "Mounting takes an administrator");
    return new SmallDisk(path);
  }

  void readOnly() throws Exception {
    assertEquals(0, command("mount", "-o", "remount,ro", path));
  }

  @Override
  public void close() throws Exception {
    command("umount", "-l", path);
  }

  private static int command(Object... words) throws Exception {
    return new ProcessBuilder(Stream.of(words).map(Object::toString).toList()).start().waitFor();
  }
}
