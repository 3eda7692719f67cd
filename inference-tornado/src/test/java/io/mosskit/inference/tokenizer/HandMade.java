package io.mosskit.inference.tokenizer;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// A vocabulary written by hand in the file layout of MOSS: 66 merges, some of which make again
/// what another one makes, 321 ordinary tokens and the 43 added tokens of MOSS.
final class HandMade {

  static final int END_OF_TEXT = 320;
  static final int TWO_BLANKS = 350;
  static final int FOUR_BLANKS = 348;
  static final int TWO_TABS = 358;
  static final int EOH = 359;
  static final int EOM = 360;

  private HandMade() {}

  static Path folder() {
    URL resource = Objects.requireNonNull(HandMade.class.getResource("hand-made/merges.txt"));
    try {
      return Path.of(resource.toURI()).getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static MossTokenizer tokenizer() throws IOException {
    return MossTokenizer.load(folder());
  }

  static MossTokenizer tokenizer(TokenizerMode mode) throws IOException {
    return MossTokenizer.load(folder(), mode);
  }

  /// Copies the files named into another folder.
  static void copyTo(Path target, String... names) throws IOException {
    for (String name : List.of(names)) {
      Files.copy(folder().resolve(name), target.resolve(name));
    }
  }
}
