package io.mosskit.cli;

import io.mosskit.cli.convert.Target;
import io.mosskit.parquet.ParquetWriter;
import io.mosskit.schema.convert.Codecs;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.io.Scan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a corpus of ours in another form, nothing lost.
final class ExportStep {

  private ExportStep() {}

  /// The file of a form in a folder.
  static Path file(String form, Path folder) {
    return folder.resolve(form.equals("parquet") ? "corpus.parquet" : form + ".jsonl");
  }

  /// Writes a corpus.
  ///
  /// @param form `parquet`, or the name of a codec
  /// @return how many dialogues were written
  static long run(Corpus corpus, String form, Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = file(form, folder);
    try (Scan<Entry> scan = corpus.entries();
        Target target =
            form.equals("parquet")
                ? Target.parquet(ParquetWriter.create(file))
                : Target.exact(RecordWriter.create(file), Codecs.named(form))) {
      for (Entry entry : scan) {
        if (entry instanceof Entry.Accepted(var dialogue, var _)) {
          target.write(dialogue);
        }
      }
      target.commit();
      return target.records();
    }
  }
}
