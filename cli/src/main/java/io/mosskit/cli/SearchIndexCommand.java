package io.mosskit.cli;

import io.mosskit.plugins.search.documents.DocumentFields;
import io.mosskit.plugins.search.documents.Documents;
import io.mosskit.plugins.search.index.IndexBuilder;
import io.mosskit.plugins.search.index.IndexReport;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mosskit search index`.
@Command(
    name = "index",
    description = {
      "Make an index of documents, Chinese and English, for the Search plugin.",
      "",
      "Read are records of .jsonl, .ndjson and .json, the articles of a MediaWiki dump (.xml), and",
      ".html, .md and .txt as a document each; all of them .gz or .zst too. A folder is read with",
      "the folders in it. What cannot be read is shown with file and line, and stops nothing.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit search index my-documents/ -o my-index",
      "  mosskit search index notes.jsonl --text-field body --rejects bad.jsonl -o my-index",
      "  mosskit search index zhwiki-latest-pages-articles.xml -o wiki-index"
    })
final class SearchIndexCommand extends CommandBase {

  private static final int REJECTIONS_SHOWN = 20;

  @Parameters(arity = "1..*", paramLabel = "DOCUMENTS", description = "files or folders")
  private List<Path> documents = List.of();

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "INDEX",
      description = "the folder of the index; an older index in it is replaced")
  private Path out = Path.of("index");

  @Option(
      names = "--title-field",
      paramLabel = "NAME",
      description = "the member of a record that holds the title (default: title)")
  private String title = DocumentFields.DEFAULT.title();

  @Option(
      names = "--text-field",
      paramLabel = "NAME",
      description = "the member that holds the text (default: text)")
  private String text = DocumentFields.DEFAULT.text();

  @Option(
      names = "--source-field",
      paramLabel = "NAME",
      description = "the member that says where it comes from (default: url, else id)")
  private String source = DocumentFields.DEFAULT.source();

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description = "write what cannot be read there, each with its reason")
  private @Nullable Path rejects;

  private long shown;

  @Override
  ExitCode execute() throws IOException {
    Documents found = Documents.in(documents, new DocumentFields(title, text, source));
    IndexReport report;
    try (RecordWriter writer = rejects == null ? null : RecordWriter.create(rejects);
        ProgressLine progress = console().progress()) {
      report = IndexBuilder.build(found, out, rejection -> reject(rejection, writer), progress);
      if (writer != null) {
        writer.commit();
      }
    }
    say(json(report), lines(report));
    return ExitCode.DONE;
  }

  private void reject(Rejection rejection, @Nullable RecordWriter writer) throws IOException {
    if (writer != null) {
      writer.write(rejection);
    } else if (shown++ < REJECTIONS_SHOWN) {
      console().note(rejection.toString());
    }
  }

  private static Json.Obj json(IndexReport report) {
    return Json.object()
        .put("documents", report.documents())
        .put("duplicates", report.duplicates())
        .put("rejected", report.rejected())
        .put("passed_over", report.passedOver())
        .put("fingerprint", report.fingerprint())
        .build();
  }

  private List<String> lines(IndexReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d documents in %s; %,d duplicates, %,d rejected, %,d passed over",
            report.documents(),
            out,
            report.duplicates(),
            report.rejected(),
            report.passedOver()));
    lines.add("fingerprint " + report.fingerprint());
    if (rejects == null && report.rejected() > REJECTIONS_SHOWN) {
      lines.add("the first " + REJECTIONS_SHOWN + " rejected are shown; --rejects writes them all");
    }
    return lines;
  }
}
