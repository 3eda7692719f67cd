package io.mosskit.inference.chat;

import io.mosskit.inference.model.ContextLimitException;
import io.mosskit.plugins.Round;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The dialogue of the original command-line demo: a prompt, replies as they are written, `clear`
/// to begin anew and `stop` to end. Source: MOSS reference, section E.5.
public final class ChatLoop {

  private static final String PROMPT = "<|Human|>: ";
  private static final String MARKER = "<|MOSS|>: ";

  private final Chat chat;
  private final ChatTerminal terminal;

  public ChatLoop(Chat chat, ChatTerminal terminal) {
    this.chat = chat;
    this.terminal = terminal;
  }

  /// Talks until the person says `stop` or nothing more comes.
  ///
  /// @throws IOException if the terminal cannot be read
  public void run() throws IOException {
    @Nullable String words = terminal.read(PROMPT);
    while (words != null && !words.strip().equals("stop")) {
      if (words.strip().equals("clear")) {
        chat.clear();
        terminal.clear();
      } else if (!words.isBlank()) {
        answer(words);
      }
      words = terminal.read(PROMPT);
    }
  }

  private void answer(String words) {
    try {
      Shown shown = new Shown();
      ChatAnswer answer = chat.say(words, shown);
      shown.end();
      terminal.show(note(answer));
    } catch (ContextLimitException e) {
      terminal.show("[" + e.getMessage() + "]\n\n");
    }
  }

  private static String note(ChatAnswer answer) {
    String speed =
        String.format(
            Locale.ROOT, "%d tokens, %.1f a second", answer.newTokens(), answer.tokensPerSecond());
    String ending =
        switch (answer.ending()) {
          case STOP_TOKEN -> "";
          case TOKEN_LIMIT -> "; cut at the limit on tokens";
          case CONTEXT_LIMIT -> "; cut: the model reads no more";
          case TIME_LIMIT -> "; cut at the limit on time";
          case CANCELLED -> "; stopped";
        };
    String forgotten =
        answer.forgottenTurns() == 0 ? "" : "; oldest turns left out: " + answer.forgottenTurns();
    return "[" + speed + ending + forgotten + "]\n\n";
  }

  /// Shows a reply as it comes.
  private final class Shown implements ChatListener {

    private boolean begun;

    @Override
    public void reply(String piece) {
      if (!begun) {
        begun = true;
        terminal.show(MARKER);
      }
      terminal.show(piece);
    }

    @Override
    public void thoughts(String piece) {
      terminal.show(piece);
    }

    @Override
    public void executed(Round round) {
      terminal.show("\n");
      round.executions().forEach(each -> terminal.show(each.block() + "\n"));
    }

    @Override
    public void refused(String problem) {
      terminal.show("\n[no plugin was called: " + problem + "]\n");
    }

    @Override
    public boolean goesOn() {
      return !terminal.stopped();
    }

    void end() {
      terminal.show("\n");
    }
  }
}
