package io.mosskit.cli;

import io.mosskit.curation.audit.AuditTable;
import io.mosskit.plugins.audit.DialogueAudit;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The files that an audit writes; null for each that nobody wants.
record AuditOutputs(
    @Nullable AuditTable rows,
    @Nullable RecordWriter lines,
    @Nullable RecordWriter kept,
    @Nullable RecordWriter rejected) {

  void report(Origin origin, DialogueAudit audit) throws IOException {
    if (rows != null) {
      rows.write(origin, audit);
    }
    if (lines != null && !audit.isClean()) {
      lines.write(audit.json());
    }
  }

  void keep(Json record) throws IOException {
    if (kept != null) {
      kept.write(record);
    }
  }

  void reject(Rejection rejection) throws IOException {
    if (rejected != null) {
      rejected.write(rejection);
    }
  }

  void commit() throws IOException {
    if (rows != null) {
      rows.commit();
    }
    for (RecordWriter writer : new RecordWriter[] {lines, kept, rejected}) {
      if (writer != null) {
        writer.commit();
      }
    }
  }
}
