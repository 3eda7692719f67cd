package io.mosskit.cli;

import io.mosskit.inference.chat.ChatTerminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Standard input and output where no person sits at both: each line is a message. Ctrl-C stops the
/// reply that is being written; where none is awaited, it ends the program as elsewhere.
final class ProcessTerminal implements ChatTerminal, AutoCloseable {

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
  public @Nullable String read(String prompt) throws IOException {
    show(prompt);
    listening = true;
    String words = in.readLine();
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
  public void clear() {} // what went through a pipe is gone

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
