package io.mosskit.cli;

import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.FileKind;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.ReadOptions;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.io.ValueEntry;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The records that tell how one record came to be, found by going from each to those it names.
///
/// @param chapters in the order in which they were found
record Story(String id, List<Chapter> chapters) {

  private static final Set<FileKind> TELLING =
      Set.of(FileKind.CONVERSATIONS, FileKind.REJECTIONS, FileKind.PROMPTS, FileKind.SEEDS);

  /// One record of the story.
  ///
  /// @param record as it stands in its file
  record Chapter(String id, FileKind kind, Origin origin, Json.Obj record) {}

  /// Finds the record of that id below these paths, then those that it names, and so on.
  static Story of(String id, List<Path> paths, int depth) throws IOException {
    Map<FileKind, Corpus> corpora = Corpus.byKind(paths, ReadOptions.defaults());
    corpora.keySet().retainAll(TELLING);
    List<Chapter> chapters = new ArrayList<>();
    Set<String> asked = new HashSet<>();
    Set<String> wanted = Set.of(id);
    for (int step = 0; step <= depth && !wanted.isEmpty(); step++) {
      asked.addAll(wanted);
      List<Chapter> found = find(wanted, corpora);
      chapters.addAll(found);
      Set<String> next = new LinkedHashSet<>();
      found.forEach(chapter -> next.addAll(Telling.of(chapter).leadsTo()));
      next.removeAll(asked);
      wanted = next;
    }
    return new Story(id, chapters);
  }

  private static List<Chapter> find(Set<String> ids, Map<FileKind, Corpus> corpora)
      throws IOException {
    List<Chapter> chapters = new ArrayList<>();
    for (Map.Entry<FileKind, Corpus> corpus : corpora.entrySet()) {
      FileKind kind = corpus.getKey();
      try (Scan<Optional<Chapter>> scan =
          corpus.getValue().scanValues(entry -> chapter(entry, kind, ids))) {
        scan.forEach(chapter -> chapter.ifPresent(chapters::add));
      }
    }
    return chapters;
  }

  private static Optional<Chapter> chapter(ValueEntry entry, FileKind kind, Set<String> ids) {
    if (entry instanceof ValueEntry.Accepted(Json.Obj record, Origin origin)) {
      List<String> own = Telling.idsOf(kind, record);
      if (own.stream().anyMatch(ids::contains)) {
        return Optional.of(new Chapter(own.getFirst(), kind, origin, record));
      }
    }
    return Optional.empty();
  }

  boolean isEmpty() {
    return chapters.isEmpty();
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Chapter chapter : chapters) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(Telling.of(chapter).lines());
    }
    return lines;
  }

  Json.Obj json() {
    List<Json> told =
        chapters.stream()
            .<Json>map(chapter ->
                Json.object()
                    .put("id", chapter.id())
                    .put("kind", chapter.kind().label())
                    .put("origin", chapter.origin().json())
                    .put("record", chapter.record())
                    .build())
            .toList();
    return Json.object().put("id", id).put("story", Json.of(told)).build();
  }
}
