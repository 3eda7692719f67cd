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
/// @param requests what the journals of runs have under the id
/// @param chapters in the order in which they were found
record Story(String id, List<Journals.Found> requests, List<Chapter> chapters) {

  private static final Set<FileKind> TELLING =
      Set.of(FileKind.CONVERSATIONS, FileKind.REJECTIONS, FileKind.PROMPTS, FileKind.SEEDS);

  /// One record of the story.
  ///
  /// @param record as it stands in its file
  /// @param run the folder of the run in which its requests stand
  record Chapter(String id, FileKind kind, Origin origin, Json.Obj record, Optional<Path> run) {

    Chapter in(Path newRun) {
      return new Chapter(id, kind, origin, record, Optional.of(newRun));
    }
  }

  /// Finds the record of that id below these paths, then those that it names, and so on.
  ///
  /// @param journals those of the runs below the paths
  static Story of(String id, List<Path> paths, Journals journals, int depth) throws IOException {
    Map<FileKind, Corpus> corpora = Corpus.byKind(paths, ReadOptions.defaults());
    corpora.keySet().retainAll(TELLING);
    List<Chapter> chapters = new ArrayList<>();
    Set<String> asked = new HashSet<>();
    Set<String> wanted = Set.of(id);
    for (int step = 0; step <= depth && !wanted.isEmpty(); step++) {
      asked.addAll(wanted);
      List<Chapter> found = find(wanted, corpora);
      for (Chapter chapter : found) {
        chapters.add(withRun(chapter, journals));
      }
      Set<String> next = new LinkedHashSet<>();
      found.forEach(chapter -> next.addAll(Telling.of(chapter).leadsTo()));
      next.removeAll(asked);
      wanted = next;
    }
    return new Story(id, journals.requests(id), chapters);
  }

  private static Chapter withRun(Chapter chapter, Journals journals) throws IOException {
    List<String> requests = Telling.of(chapter).requests();
    return requests.isEmpty()
        ? chapter
        : journals.runOf(requests.getFirst()).map(chapter::in).orElse(chapter);
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
        return Optional.of(new Chapter(own.getFirst(), kind, origin, record, Optional.empty()));
      }
    }
    return Optional.empty();
  }

  boolean isEmpty() {
    return requests.isEmpty() && chapters.isEmpty();
  }

  List<String> lines() {
    List<List<String>> told = new ArrayList<>();
    requests.forEach(request -> told.add(RequestTelling.lines(request)));
    chapters.forEach(chapter -> told.add(Telling.of(chapter).lines()));
    List<String> lines = new ArrayList<>();
    for (List<String> part : told) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(part);
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
                    .put("run", chapter.run().map(Path::toString).orElse(null))
                    .build())
            .toList();
    List<Json.Obj> asked =
        requests.stream()
            .map(found -> found.row().json().with("run", Json.of(found.run().toString())))
            .toList();
    return Json.object()
        .put("id", id)
        .put("requests", Json.of(asked))
        .put("story", Json.of(told))
        .build();
  }
}
