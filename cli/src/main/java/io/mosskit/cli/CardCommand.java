package io.mosskit.cli;

import io.mosskit.curation.report.CorpusAbout;
import io.mosskit.curation.report.CorpusCard;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mosskit card`.
@Command(
    name = "card",
    description = {
      "Write the dataset card (README.md) and croissant.json of a folder of dialogues: splits, sizes,",
      "hashes, fields, languages and categories, all counted in its files. A card that is there keeps",
      "its text, its title and its licence; header and counts are written anew.",
      ""
    },
    footer = {
      "",
      "Described are train.jsonl, validation.jsonl and test.jsonl, else corpus.jsonl, else all files of",
      "dialogues in the folder.",
      "",
      "Examples:",
      "  mosskit card dataset/ --licence cc-by-4.0",
      "  mosskit card dataset/ --title \"Tea talks\" --url https://huggingface.co/datasets/me/tea-talks",
    })
final class CardCommand extends CommandBase {

  @Parameters(paramLabel = "DIR", description = "the folder")
  private Path folder = Path.of("dataset");

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "title (default: the folder's name)")
  private @Nullable String title;

  @Option(
      names = "--licence",
      paramLabel = "NAME",
      description =
          "licence to state, as an SPDX id (default: what the card says already, or none)")
  private @Nullable String licence;

  @Option(names = "--url", paramLabel = "URL", description = "where the data set is published")
  private @Nullable String url;

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    if (!Files.isDirectory(folder)) {
      throw new CommandFailure(ExitCode.FILES, folder + ": no such folder");
    }
    CommandFailure.requireWords("--title", title);
    CommandFailure.requireWords("--licence", licence);
    Path name = folder.toAbsolutePath().normalize().getFileName();
    CorpusAbout about =
        new CorpusAbout(
            title == null ? String.valueOf(name) : title,
            licence,
            url,
            LocalDate.now(console().clock()),
            Version.number());
    CorpusCard.Written written = CorpusCard.write(folder, about);
    var splits = Json.object();
    List<String> lines = new ArrayList<>();
    Table table = new Table("split", "records");
    written
        .records()
        .forEach((split, records) -> {
          splits.put(split, records);
          table.row(split, records);
        });
    lines.add(
        "Written: " + folder.resolve("README.md") + " and " + folder.resolve("croissant.json"));
    lines.add("");
    lines.addAll(table.lines());
    if (written.unread() > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%,d records cannot be read, and loading the files will fail; see mosskit validate",
              written.unread()));
    }
    say(
        Json.object()
            .put("splits", splits.build())
            .put("bytes", written.bytes())
            .put("unread", written.unread())
            .build(),
        lines);
    return written.unread() > 0 ? ExitCode.FOUND : ExitCode.DONE;
  }
}
