package io.mosskit.inference.chat;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Where a person sits.
public interface ChatTerminal {

  /// What the person says next, null where nothing more will come.
  ///
  /// @param prompt shown before it
  /// @throws IOException if it cannot be read
  @Nullable String read(String prompt) throws IOException;

  /// Shows text at once, without a line break.
  void show(String text);

  /// Empties the screen.
  void clear();

  /// Whether the person has asked to stop the reply since it began.
  boolean stopped();
}
