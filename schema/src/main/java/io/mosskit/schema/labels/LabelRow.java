package io.mosskit.schema.labels;

import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.Rejection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// One row of a label table as a reader found it. Only rows without any text are passed over.
public sealed interface LabelRow {

  /// A row that says something of a dialogue.
  ///
  /// @param beside the cells of columns that the format does not know, by their names in the
  ///   header, in the order of the table; empty cells are left out
  record Labelled(Label label, Map<String, String> beside, Origin origin) implements LabelRow {

    public Labelled {
      beside = Collections.unmodifiableMap(new LinkedHashMap<>(beside));
    }
  }

  /// A row whose category is still empty.
  ///
  /// @param id the dialogue's record id
  /// @param beside as in [Labelled]
  record Unlabelled(String id, Map<String, String> beside, Origin origin) implements LabelRow {

    public Unlabelled {
      beside = Collections.unmodifiableMap(new LinkedHashMap<>(beside));
    }
  }

  /// A row, or a stretch of the file, that cannot be read.
  record Rejected(Rejection rejection) implements LabelRow {}
}
