package io.mosskit.plugins.calculate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Objects;

/// A file of expressions and what another calculator prints for them; lines that begin with `#` say
/// where it comes from.
final class Golden {

  record Line(String expression, String expected) {}

  private Golden() {}

  static List<Line> lines(String resource) throws IOException {
    InputStream stream =
        Objects.requireNonNull(Golden.class.getResourceAsStream(resource), resource);
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .map(columns -> new Line(columns[0], columns[1]))
          .toList();
    }
  }

  /// What our calculator prints, or `!` and the reason why it prints nothing.
  static String printed(String expression) {
    return switch (new Calculate().execute(expression, Limits.DEFAULT)) {
      case Outcome.Result(String text, _) -> text;
      case Outcome.Failure failure -> "!" + failure.reason();
    };
  }
}
