package io.mosskit.cli;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.Checkpoints;
import io.mosskit.inference.cpu.CpuBackend;
import io.mosskit.inference.model.Perplexity;
import io.mosskit.inference.tokenizer.ControlTokens;
import io.mosskit.inference.tokenizer.MossTokenizer;
import io.mosskit.inference.tokenizer.TokenizerMode;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// On which texts the perplexity of a model is measured, and the measuring.
final class PerplexityMixin {

  private static final List<String> OWN = List.of("perplexity-zh.txt", "perplexity-en.txt");

  @Option(
      names = "--texts",
      paramLabel = "FILE",
      description = {
        "measure the perplexity on these texts: plain text, blank lines between",
        "texts, or .jsonl with strings or objects whose member `text` is one",
        "(default: two short passages of our own, Chinese and English)"
      })
  private @Nullable Path file;

  @Option(names = "--no-perplexity", description = "do not measure")
  private boolean off;

  boolean isOff() {
    return off;
  }

  /// Where the texts are from, for people.
  String origin() {
    return file == null ? "our own passages, zh and en" : file.toString();
  }

  /// Reads the texts.
  ///
  /// @throws CommandFailure naming the line that holds none
  List<String> texts() throws IOException, CommandFailure {
    List<String> texts = new ArrayList<>();
    if (file == null) {
      for (String name : OWN) {
        texts.add(own(name));
      }
    } else if (file.toString().toLowerCase(Locale.ROOT).endsWith(".jsonl")) {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      for (int i = 0; i < lines.size(); i++) {
        if (!lines.get(i).isBlank()) {
          texts.add(text(lines.get(i), i + 1));
        }
      }
    } else {
      for (String text : Files.readString(file, StandardCharsets.UTF_8).split("\\R\\s*\\R", -1)) {
        if (!text.isBlank()) {
          texts.add(text.strip());
        }
      }
    }
    if (texts.isEmpty()) {
      throw new CommandFailure(ExitCode.USAGE, file + ": holds no text");
    }
    return texts;
  }

  private static String own(String name) throws IOException {
    try (InputStream in = PerplexityMixin.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the jar of mosskit lacks its " + name + "; build it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  private String text(String line, int number) throws CommandFailure {
    try {
      Json json = Json.parse(line);
      if (json instanceof Json.Str(String text)) {
        return text;
      }
      if (json instanceof Json.Obj object && object.get("text") instanceof Json.Str(String text)) {
        return text;
      }
    } catch (JsonException e) {
      throw new CommandFailure(
          ExitCode.USAGE, "%s:%d: no JSON: %s".formatted(file, number, e.getMessage()));
    }
    throw new CommandFailure(
        ExitCode.USAGE,
        "%s:%d: no text; expected a string or an object whose member \"text\" is one"
            .formatted(file, number));
  }

  /// The perplexity of texts for the model in a folder, whose tokenizer is in it too.
  Perplexity of(Path model, List<String> texts, Console console)
      throws IOException, CommandFailure {
    MossTokenizer tokenizer = MossTokenizer.load(model, TokenizerMode.NEWLINE_PRESERVING);
    List<int[]> ids =
        texts.stream().map(text -> tokenizer.encode(text, ControlTokens.AS_TEXT)).toList();
    try (Checkpoint checkpoint = Checkpoints.openModel(model)) {
      int longest = ids.stream().mapToInt(text -> text.length).max().orElse(0);
      int piece = Math.min(longest, checkpoint.config().nPositions());
      RoomToRun.require(checkpoint, model, piece, console);
      try (CpuBackend backend = CpuBackend.load(checkpoint)) {
        return Perplexity.of(backend, ids);
      }
    }
  }
}
