package org.deskbert;

/** Starts the command line or the window. */
public final class Main {
  private Main() {}

  /** Runs the program with the given command-line words. */
  public static void main(String[] args) {}
}
