package org.deskbert.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class OfflineCheckTest {
  @TempDir Path proc;

  @Test
  void namesAnOpenConnection() throws IOException {
    socket("4711");
    table(
        "tcp6",
        "  sl  local_address remote_address st tx_queue:rx tr:when retr uid timeout inode",
        "   0: 0100007F:1F90 00000000:0000 0A 0:0 0:0 0 1000 0 999 1 0 100 0 0 10 0",
        "   1: 0100007F:0016 00000000:0000 0A 0:0 0:0 0 1000 0 4711 1 0 100 0 0 10 0");
    IOException found = assertThrows(IOException.class, new OfflineCheck(proc)::sockets);
    assertEquals("open: tcp6 0100007F:0016", found.getMessage());
  }

  @Test
  void namesASocketToTheKernelsNetworkNews() throws IOException {
    socket("4711");
    table(
        "netlink",
        "sk               Eth Pid        Groups   Rmem     Wmem  Dump  Locks    Drops    Inode",
        "0000000000000000 0   100        00000000 0        0     0     2        0        4711");
    assertThrows(IOException.class, new OfflineCheck(proc)::sockets);
  }

  @Test
  void aSocketOfAnotherProcessOrALocalOneIsNone() throws IOException {
    socket("4711");
    table("udp", "header", "1: 00000000:0044 0:0 07 0:0 0:0 0 0 0 999 2 0 0");
    assertTrue(new OfflineCheck(proc).sockets().contains("1 others"));
  }

  @Test
  void aSocketThatNoTableKnowsIsNotTakenForALocalOne() throws IOException {
    socket("4711");
    socket("4712");
    table(
        "unix",
        "Num       RefCount Protocol Flags    Type St Inode Path",
        "0000000000000000: 00000002 00000000 00010000 0001 01 4711 /run/bus");
    IOException found = assertThrows(IOException.class, new OfflineCheck(proc)::sockets);
    assertEquals("open: 1 of a kind that the kernel lists nowhere", found.getMessage());
  }

  @Test
  void namesALibraryForConnections() throws IOException {
    Files.writeString(
        proc.resolve("maps"),
        """
        7f0-7f1 r-xp 00000000 fe:00 1 /usr/lib/x86_64-linux-gnu/libc.so.6
        7f1-7f2 r-xp 00000000 fe:00 2 /opt/deskbert/native/libonnxruntime.so
        """);
    assertTrue(new OfflineCheck(proc).libraries().endsWith("libc.so.6 libonnxruntime.so"));
    Files.writeString(
        proc.resolve("maps"), "7f0-7f1 r-xp 00000000 fe:00 1 /usr/lib/libcurl.so.4.8.0\n");
    IOException found = assertThrows(IOException.class, new OfflineCheck(proc)::libraries);
    assertEquals("loaded: libcurl.so.4.8.0", found.getMessage());
  }

  @Test
  void saysThatItCouldNotLookOnOtherSystems() throws IOException {
    assertTrue(new OfflineCheck(proc).sockets().startsWith("not checked"));
    assertTrue(new OfflineCheck(proc).libraries().startsWith("not checked"));
  }

  private void socket(String inode) throws IOException {
    Files.createDirectories(proc.resolve("fd"));
    Files.createSymbolicLink(proc.resolve("fd").resolve(inode), Path.of("socket:[" + inode + "]"));
  }

  private void table(String name, String... lines) throws IOException {
    Files.createDirectories(proc.resolve("net"));
    Files.write(proc.resolve("net").resolve(name), java.util.List.of(lines));
  }
}
