/// A corpus enters, and two leave: what is worth training on, deduplicated by role, filtered and
/// tagged; and what is not, each record with the reason and the values that decided it. Together
/// they hold as many records as came in.
///
/// Start at [io.mosskit.curation.Curation#run] for files, or at [io.mosskit.curation.Curator] for
/// one record at a time:
///
/// ```java
/// try (Scan<Entry> in = Corpus.of(Path.of("my-data")).entries();
///     RecordWriter out = RecordWriter.create(Path.of("corpus.jsonl"));
///     Curator curator = Curator.standard()) {
///   for (Entry entry : in) {
///     switch (curator.judge(entry)) {
///       case Judgement.Kept(Conversation conversation) -> out.write(conversation);
///       case Judgement.Rejected(Rejection rejection) -> log(rejection);
///     }
///   }
///   out.commit();
/// }
/// ```
@NullMarked
package io.mosskit.curation;

import org.jspecify.annotations.NullMarked;
