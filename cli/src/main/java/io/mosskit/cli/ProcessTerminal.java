package io.mosskit.cli;

import io.mosskit.inference.chat.ChatTerminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The terminal of the running process. Ctrl-C stops the reply that is being written; where none is
/// awaited, it ends the program as elsewhere.
///
/// Lines that arrive together, as from the clipboard, are one message where a person types.
final class ProcessTerminal implements ChatTerminal, AutoCloseable {

  private static final String CLEAR_SCREEN = "\u001b[H\u001b[2J";

  private final Console console;
  private final BufferedReader in =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  private final @Nullable CtrlC ctrlC;
  private volatile boolean listening = true;
  private volatile boolean stopped;

  ProcessTerminal(Console console) {
    this.console = console;
    this.ctrlC = CtrlC.heardBy(this::interrupted);
  }

  private void interrupted() {
    if (listening && ctrlC != null) {
      ctrlC.passOn();
    } else {
      stopped = true;
    }
  }

  @Override
  public @Nullable String read() throws IOException {
    listening = true;
    String words = in.readLine();
    if (words != null && console.interactive()) {
      StringBuilder together = new StringBuilder(words);
      while (in.ready()) {
        together.append('\n').append(in.readLine());
      }
      words = together.toString();
    }
    stopped = false;
    listening = false;
    return words;
  }

  @Override
  public void show(String text) {
    console.out().print(text);
    console.out().flush();
  }

  @Override
  public void clear() {
    if (console.interactive()) {
      show(CLEAR_SCREEN);
    }
  }

  @Override
  public boolean stopped() {
    return stopped;
  }

  @Override
  public void close() {
    if (ctrlC != null) {
      ctrlC.close();
    }
  }
}
