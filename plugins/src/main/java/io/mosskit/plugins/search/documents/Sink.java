package io.mosskit.plugins.search.documents;

import io.mosskit.schema.io.Rejection;
import java.io.IOException;

/// Receives what is read, in the order of the files.
public interface Sink {

  void document(SourceDocument document) throws IOException;

  /// Something that should be a document and cannot be read as one.
  void reject(Rejection rejection) throws IOException;

  /// Something that is no document by its nature: a redirect, a talk page, a picture in a folder.
  void passOver();

  /// Told often how many bytes of the files have been read.
  void read(long bytes);
}
