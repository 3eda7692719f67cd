/// Files enter (a folder of one-object-a-file JSON, JSON Lines plain or compressed, JSON arrays,
/// moss-002 records), and a stream of [io.mosskit.schema.io.Entry] leaves: each record either read
/// or rejected with its reason, in the order of the files. The other way round, records enter and
/// finished files leave.
///
/// Start at [io.mosskit.schema.io.Corpus] and [io.mosskit.schema.io.RecordWriter].
@NullMarked
package io.mosskit.schema.io;

import org.jspecify.annotations.NullMarked;
