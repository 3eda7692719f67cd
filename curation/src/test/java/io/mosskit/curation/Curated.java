package io.mosskit.curation;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a run made of some dialogues.
record Curated(List<Conversation> kept, List<Rejection> rejected) {

  static Curated of(Path folder, CurationPlan plan, Conversation... dialogues) throws IOException {
    List<String> lines = Arrays.stream(dialogues).map(MossJson::line).toList();
    Path input = Files.write(folder.resolve("curated-in.jsonl"), lines);
    Path out = folder.resolve("curated-out");
    Curation.run(Corpus.of(input), plan, out, Progress.NONE);
    return read(out);
  }

  static Curated read(Path out) throws IOException {
    List<Conversation> kept = new ArrayList<>();
    for (String line : Files.readAllLines(out.resolve("corpus.jsonl"))) {
      kept.add(((Entry.Accepted) MossJson.parse(line)).conversation());
    }
    List<Rejection> rejected = new ArrayList<>();
    for (String line : Files.readAllLines(out.resolve("rejected.jsonl"))) {
      try {
        rejected.add(Rejection.of((Json.Obj) Json.parse(line)));
      } catch (JsonException e) {
        throw new AssertionError(line, e);
      }
    }
    return new Curated(kept, rejected);
  }

  /// The published id of each record that is kept.
  List<String> names() {
    return kept.stream().map(Conversation::idText).toList();
  }
}
