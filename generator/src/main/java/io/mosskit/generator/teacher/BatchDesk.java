package io.mosskit.generator.teacher;

import io.mosskit.generator.store.BatchJournal;
import io.mosskit.schema.progress.Progress;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What the work on batches needs of the run around it.
///
/// @param teacher its name in the run
/// @param journal where batches are written down
/// @param progress told how far each batch has come
/// @param notes told what becomes of each batch
/// @param names new names for batches, unlike any others at the server
/// @param clock the time
record BatchDesk(
    String teacher,
    BatchJournal journal,
    Progress progress,
    Consumer<String> notes,
    Supplier<String> names,
    InstantSource clock) {}
