/// Dialogues enter and a Parquet file leaves that Hugging Face `datasets` opens as a chat data set;
/// such a file, or any Parquet file of messages, ShareGPT or Alpaca records, enters and dialogues
/// leave.
///
/// Start at [io.mosskit.parquet.ParquetWriter] and [io.mosskit.parquet.ParquetReader]. DuckDB does
/// the work; nothing of it shows.
@NullMarked
package io.mosskit.parquet;

import org.jspecify.annotations.NullMarked;
