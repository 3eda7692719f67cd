package io.mosskit.plugins.search.documents;

import io.mosskit.schema.io.Compression;
import io.mosskit.schema.io.ReadFault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.IntStream;

/// A file that is one document.
enum SingleFile {
  /// Plain text in UTF-8.
  TEXT {
    @Override
    PlainText reduce(byte[] bytes) throws UndecodableException {
      return new PlainText("", decode(bytes));
    }
  },
  /// Markdown in UTF-8.
  MARKDOWN {
    @Override
    PlainText reduce(byte[] bytes) throws UndecodableException {
      return Markdown.reduce(decode(bytes));
    }
  },
  /// HTML in the encoding that it declares, UTF-8 where it declares none.
  HTML {
    @Override
    PlainText reduce(byte[] bytes) throws IOException {
      return Html.reduce(new ByteArrayInputStream(bytes));
    }
  };

  private static final int MOST_BYTES = 16 << 20;

  abstract PlainText reduce(byte[] bytes) throws IOException, UndecodableException;

  void read(Path file, Path name, Documents.Counted sink) throws IOException {
    byte[] bytes;
    PlainText plain;
    try {
      try (InputStream in = Compression.open(file)) {
        bytes = in.readNBytes(MOST_BYTES + 1);
      }
      if (bytes.length > MOST_BYTES) {
        sink.reject(Faults.tooLong(bytes.length, MOST_BYTES, "bytes or more", file, 1));
        return;
      }
      plain = reduce(bytes);
    } catch (UndecodableException e) {
      sink.reject(Faults.of(ReadFault.BROKEN_UTF8, "no UTF-8; save it as UTF-8", file, e.line));
      return;
    } catch (IOException e) {
      sink.reject(Faults.of(ReadFault.UNREADABLE_FILE, "cannot be read: " + e, file, 1));
      return;
    }
    if (plain.text().isBlank()) {
      sink.reject(Faults.of(ReadFault.MISSING_FIELD, "holds no text", file, 1));
    } else {
      String title = plain.title().isBlank() ? stem(name) : plain.title();
      sink.document(new SourceDocument(title, plain.text(), portable(name)));
    }
  }

  /// The file's name without its endings.
  private static String stem(Path name) {
    String file = String.valueOf(name.getFileName());
    int dot = file.indexOf('.');
    return dot <= 0 ? file : file.substring(0, dot);
  }

  /// The same on every system.
  private static String portable(Path name) {
    return name.toString().replace('\\', '/');
  }

  private static String decode(byte[] bytes) throws UndecodableException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder(); // reports what is malformed
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      String text = decoder.decode(in).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException _) {
      long breaks = IntStream.range(0, in.position()).filter(i -> bytes[i] == '\n').count();
      throw new UndecodableException(breaks + 1);
    }
  }

  /// Bytes that are no UTF-8, with the line on which they stand.
  static final class UndecodableException extends Exception {
    private static final long serialVersionUID = 1L;
    private final long line;

    UndecodableException(long line) {
      this.line = line;
    }
  }
}
