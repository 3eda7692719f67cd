package io.mosskit.cli;

import io.mosskit.generator.store.JournalRow;
import io.mosskit.generator.store.JournalRow.Given;
import io.mosskit.schema.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a request of a journal and its answer say.
final class RequestTelling {

  private RequestTelling() {}

  static List<String> lines(Journals.Found found) {
    JournalRow row = found.row();
    List<String> lines = new ArrayList<>();
    lines.add(row.request().id() + ": a request, " + found.run().resolve("run.db"));
    lines.add("  stage: " + row.request().stage());
    lines.add("  belongs to: " + row.request().key());
    lines.add("  teacher: " + row.request().teacher());
    lines.add(
        "  state: %s, attempts %d, last sent %s"
            .formatted(row.state(), row.attempts(), row.sentAt()));
    row.fault()
        .ifPresent(fault -> lines.add("  last failure: " + fault.kind() + ", " + fault.message()));
    Json.Obj body = row.body();
    lines.add("  drawn with: " + body.without("messages").text());
    lines.add("  asked:");
    if (body.get("messages") instanceof Json.Arr(List<Json> messages)) {
      messages.forEach(message -> tellMessage(message, lines));
    }
    row.given().ifPresent(given -> tellAnswer(row, given, lines));
    return lines;
  }

  private static void tellMessage(Json message, List<String> lines) {
    if (message instanceof Json.Obj said) {
      lines.add("    " + said.string("role") + ":");
      addText(String.valueOf(said.string("content")), lines);
    }
  }

  private static void tellAnswer(JournalRow row, Given given, List<String> lines) {
    double seconds = row.took().orElse(Duration.ZERO).toMillis() / 1000.0;
    lines.add(
        String.format(
            Locale.ROOT,
            "  answered by %s after %.1f s (%s, %,d tokens in, %,d out):",
            given.reply().model(),
            seconds,
            given.reply().finish().name().toLowerCase(Locale.ROOT),
            given.reply().promptTokens(),
            given.reply().completionTokens()));
    addText(given.reply().content(), lines);
  }

  private static void addText(String text, List<String> lines) {
    text.lines().forEach(line -> lines.add(("      " + line).stripTrailing()));
  }
}
