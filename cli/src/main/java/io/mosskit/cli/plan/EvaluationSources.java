package io.mosskit.cli.plan;

import io.mosskit.curation.contamination.EvaluationFiles;
import io.mosskit.curation.contamination.EvaluationSet;
import io.mosskit.curation.contamination.EvaluationSets;
import io.mosskit.curation.contamination.Matching;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Evaluation sets as users name them: `PATH`, or `NAME=PATH`.
public final class EvaluationSources {

  private EvaluationSources() {}

  /// Reads and indexes evaluation sets.
  ///
  /// @param fields what holds an item's texts, the question first; the usual names where there are
  ///   none
  public static EvaluationSets read(List<String> sources, List<String> fields, Matching matching)
      throws IOException {
    List<EvaluationSet> sets = new ArrayList<>();
    for (String source : sources) {
      sets.add(read(source, fields));
    }
    return EvaluationSets.of(sets, matching);
  }

  /// A set in a file whose path may hold `=` itself.
  private static EvaluationSet read(String source, List<String> fields) throws IOException {
    int equals = source.indexOf('=');
    boolean named = equals > 0 && !Files.exists(Path.of(source));
    Path path = Path.of(named ? source.substring(equals + 1) : source);
    String name = named ? source.substring(0, equals) : EvaluationFiles.nameOf(path);
    return EvaluationFiles.read(name, path, fields);
  }
}
