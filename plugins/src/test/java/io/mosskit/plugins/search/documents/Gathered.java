package io.mosskit.plugins.search.documents;

import io.mosskit.schema.io.Rejection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Keeps what is read.
final class Gathered implements Sink {
  final List<SourceDocument> documents = new ArrayList<>();
  final List<Rejection> rejections = new ArrayList<>();
  int passedOver;
  long bytes;

  static Gathered from(Path... paths) throws IOException {
    return from(DocumentFields.DEFAULT, paths);
  }

  static Gathered from(DocumentFields fields, Path... paths) throws IOException {
    Gathered gathered = new Gathered();
    Documents.in(List.of(paths), fields).read(gathered);
    return gathered;
  }

  @Override
  public void document(SourceDocument document) {
    documents.add(document);
  }

  @Override
  public void reject(Rejection rejection) {
    rejections.add(rejection);
  }

  @Override
  public void passOver() {
    passedOver++;
  }

  @Override
  public void read(long newBytes) {
    if (newBytes < bytes) {
      throw new AssertionError("went back from " + bytes + " to " + newBytes + " bytes");
    }
    bytes = newBytes;
  }
}
