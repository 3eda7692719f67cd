package io.mosskit.plugins.search.documents;

import io.mosskit.schema.io.Compression;
import io.mosskit.schema.io.ReadFault;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The articles of a MediaWiki export, `pages-articles.xml`, read as a stream: one page is held at
/// a time. Redirects and pages outside the main namespace are passed over.
final class MediaWikiDump {

  private static final String ARTICLES = "0";
  private static final int MOST_CHARACTERS = 8 << 20;
  private static final Pattern REDIRECT =
      Pattern.compile("^\\s*#(?:redirect|重定向)", Pattern.CASE_INSENSITIVE);

  private final Path file;
  private final Documents.Counted sink;
  private final XMLStreamReader xml;

  private MediaWikiDump(Path file, Documents.Counted sink, XMLStreamReader xml) {
    this.file = file;
    this.sink = sink;
    this.xml = xml;
  }

  static void read(Path file, Documents.Counted sink) throws IOException {
    InputStream bytes;
    try {
      bytes = Compression.open(file, in -> new Metered(in, sink));
    } catch (IOException e) {
      sink.reject(Faults.of(ReadFault.UNREADABLE_FILE, "cannot be opened: " + e, file, 1));
      return;
    }
    try (bytes) {
      XMLStreamReader xml = factory().createXMLStreamReader(bytes);
      MediaWikiDump dump = new MediaWikiDump(file, sink, xml);
      try {
        dump.readPages();
      } catch (XMLStreamException e) {
        sink.reject(Faults.of(ReadFault.UNREADABLE_FILE, broken(e), file, dump.line()));
      }
    } catch (XMLStreamException e) {
      sink.reject(Faults.of(ReadFault.UNREADABLE_FILE, broken(e), file, 1));
    }
  }

  /// No DTD, so no entities but the five of XML itself; the JDK's limits on what entities expand to
  /// count these five too, and a dump has millions of them.
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty("jdk.xml.totalEntitySizeLimit", 0);
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", 0);
    factory.setProperty("jdk.xml.entityExpansionLimit", 0);
    return factory;
  }

  private static String broken(XMLStreamException e) {
    return "the XML breaks off here, the rest of the file is not read: " + e.getMessage();
  }

  private long line() {
    return Math.max(1, xml.getLocation().getLineNumber());
  }

  private void readPages() throws XMLStreamException, IOException {
    boolean any = false;
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("page")) {
        readPage(line());
        any = true;
      }
    }
    if (!any) {
      sink.reject(Faults.of(ReadFault.UNREADABLE_FILE, "no <page>: no MediaWiki export", file, 1));
    }
  }

  private void readPage(long line) throws XMLStreamException, IOException {
    String title = "";
    String namespace = ARTICLES;
    String text = "";
    boolean redirect = false;
    while (!(xml.next() == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("page"))) {
      if (xml.isStartElement()) {
        switch (xml.getLocalName()) {
          case "title" -> title = text();
          case "ns" -> namespace = text();
          case "redirect" -> redirect = true;
          case "text" -> text = text();
          default -> {}
        }
      }
    }
    if (redirect || !namespace.equals(ARTICLES) || REDIRECT.matcher(text).find()) {
      sink.passOver();
    } else {
      emit(title, text, line);
    }
  }

  private void emit(String title, String wikitext, long line) throws IOException {
    if (wikitext.length() > MOST_CHARACTERS) {
      sink.reject(
          Faults.tooLong(wikitext.length(), MOST_CHARACTERS, "characters or more", file, line));
      return;
    }
    String prose = Wikitext.prose(wikitext);
    if (prose.isBlank()) {
      sink.reject(
          Faults.of(ReadFault.MISSING_FIELD, "no prose in the page \"" + title + "\"", file, line));
    } else {
      sink.document(new SourceDocument(title, prose, title));
    }
  }

  /// The text of the element that begins here, no more of it held than an article may have.
  private String text() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (text.length() <= MOST_CHARACTERS) {
            text.append(xml.getText());
          }
        }
        default -> {}
      }
    }
    return text.toString();
  }

  /// Reports how far the file on disk has been read.
  private static final class Metered extends FilterInputStream {
    private final Documents.Counted sink;
    private long bytes;

    Metered(InputStream in, Documents.Counted sink) {
      super(in);
      this.sink = sink;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      add(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      int n = super.read(target, from, length);
      add(Math.max(0, n));
      return n;
    }

    private void add(int n) {
      bytes += n;
      sink.read(bytes);
    }
  }
}
