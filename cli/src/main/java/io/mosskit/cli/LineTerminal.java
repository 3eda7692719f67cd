package io.mosskit.cli;

import io.mosskit.inference.chat.ChatTerminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/// The terminal at which a person sits. Lines are edited here, not by the system, which would cut
/// them at 4,095 bytes and take a wide character for a narrow one; what is pasted is one message,
/// line breaks and all.
///
/// Ctrl-C stops the reply that is being written. At the prompt it drops what has been typed; where
/// nothing has been, it ends the dialogue.
final class LineTerminal implements ChatTerminal, AutoCloseable {

  private final Terminal terminal;
  private final LineReader reader;
  private volatile boolean stopped;

  /// Takes the terminal of the process.
  ///
  /// @throws IOException if there is none
  LineTerminal() throws IOException {
    terminal =
        TerminalBuilder.builder().system(true).encoding(StandardCharsets.UTF_8).dumb(true).build();
    terminal.handle(Terminal.Signal.INT, _ -> stopped = true);
    letTypedAheadWait();
    reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("mosskit")
            .parser(new DefaultParser().quoteChars(new char[0]).escapeChars(new char[0]))
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true) // "!" is said, no command
            .build();
    KeyMap<Binding> keys = reader.getKeyMaps().get(LineReader.MAIN);
    if (keys != null) {
      keys.bind(new Reference(LineReader.SELF_INSERT), "\t");
    }
  }

  /// What is typed during a reply waits, whole, for the prompt; only Ctrl-C does not.
  private void letTypedAheadWait() {
    Attributes attributes = terminal.getAttributes();
    attributes.setLocalFlag(Attributes.LocalFlag.ICANON, false);
    attributes.setLocalFlag(Attributes.LocalFlag.ECHO, false);
    attributes.setLocalFlag(Attributes.LocalFlag.ISIG, true);
    terminal.setAttributes(attributes);
  }

  @Override
  public @Nullable String read(String prompt) {
    while (true) {
      try {
        String words = reader.readLine(prompt);
        stopped = false;
        return words;
      } catch (UserInterruptException e) {
        if (e.getPartialLine().isEmpty()) {
          return null;
        }
      } catch (EndOfFileException _) {
        return null;
      }
    }
  }

  @Override
  public void show(String text) {
    terminal.writer().print(text);
    terminal.flush();
  }

  @Override
  public void clear() {
    terminal.puts(Capability.clear_screen);
    terminal.flush();
  }

  @Override
  public boolean stopped() {
    return stopped;
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
