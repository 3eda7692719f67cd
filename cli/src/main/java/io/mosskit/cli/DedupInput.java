package io.mosskit.cli;

import io.mosskit.curation.duplicate.DuplicateKey;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.FileKind;
import io.mosskit.schema.io.ReadOptions;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.io.TextEntry;
import io.mosskit.schema.io.TextFields;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// The records that `mosskit dedup` compares, in their order; read as often as they are needed.
sealed interface DedupInput {

  /// The files.
  Corpus corpus();

  /// Begins to read, and does `work` on each record in the parsing threads.
  <R> Scan<R> scan(Function<DedupRecord, R> work);

  /// Records of any kind, with a text in each.
  record Texts(Corpus corpus, TextFields fields) implements DedupInput {

    static Texts of(List<Path> paths, ReadOptions options, TextFields fields) throws IOException {
      return new Texts(Corpus.of(paths, options, Set.of(FileKind.values())), fields);
    }

    @Override
    public <R> Scan<R> scan(Function<DedupRecord, R> work) {
      return corpus.scanTexts(
          fields,
          entry ->
              work.apply(
                  switch (entry) {
                    case TextEntry.Found found -> new DedupRecord.Text(found);
                    case TextEntry.Rejected(var rejection) -> new DedupRecord.Unreadable(rejection);
                  }));
    }
  }

  /// Dialogues, by a role.
  record Dialogues(Corpus corpus, DuplicateKey key) implements DedupInput {

    @Override
    public <R> Scan<R> scan(Function<DedupRecord, R> work) {
      return corpus.scan(entry ->
          work.apply(
              switch (entry) {
                case Entry.Accepted(var dialogue, var origin) ->
                    new DedupRecord.Dialogue(dialogue, origin, key);
                case Entry.Rejected(var rejection) -> new DedupRecord.Unreadable(rejection);
              }));
    }
  }
}
