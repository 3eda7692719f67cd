package io.mosskit.inference.tokenizer;

import io.mosskit.schema.Tokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/// The tokenizer of MOSS: GPT-2's byte-level byte-pair encoding, with the added tokens of MOSS
/// (runs of blanks and tabs, `<|endoftext|>`, `<eoh>` and the other field ends) cut out of the text
/// first.
///
/// No token is put before or after a text, nothing is normalised, nothing is cut off. Immutable;
/// all threads may share one.
public final class MossTokenizer implements Tokenizer {

  private final Vocabulary vocabulary;
  private final TokenizerMode mode;
  private final AddedTokens addedTokens;
  private final BytePairEncoder bytePairEncoder;

  private MossTokenizer(Vocabulary vocabulary, TokenizerMode mode) {
    this.vocabulary = vocabulary;
    this.mode = mode;
    this.addedTokens = vocabulary.addedTokens();
    this.bytePairEncoder = vocabulary.bytePairEncoder();
  }

  /// Loads the tokenizer of a model folder in [TokenizerMode#NEWLINE_PRESERVING].
  ///
  /// @param folder holds `merges.txt`, `added_tokens.json` and, if the model has one, `vocab.json`,
  ///   each plain or as `.gz`; without `vocab.json` the ids follow from the merges
  /// @throws TokenizerFileException if a file is missing, broken or contradicts another one
  /// @throws IOException if a file cannot be read
  public static MossTokenizer load(Path folder) throws IOException {
    return load(folder, TokenizerMode.NEWLINE_PRESERVING);
  }

  /// Loads the tokenizer of a model folder in the mode given; otherwise as [#load(Path)].
  public static MossTokenizer load(Path folder, TokenizerMode mode) throws IOException {
    return new MossTokenizer(VocabularyReader.read(folder), mode);
  }

  /// The ids of a text that the program wrote, such as training text: control tokens are
  /// recognised. A text from outside goes through one of the other two methods.
  @Override
  public int[] encode(String text) {
    return encode(text, ControlTokens.RECOGNISED);
  }

  /// The ids of a text.
  ///
  /// @param text any text; an unpaired surrogate is encoded as U+FFFD
  /// @param controlTokens what a control token in the text becomes
  public int[] encode(String text, ControlTokens controlTokens) {
    return encode(List.of(new TextPart(text, controlTokens)));
  }

  /// The ids of the parts joined to one text, such as a prompt with the words of a user in it. They
  /// are the ids of the joined text, but that a control token counts only within a part that
  /// recognises it. (Encoding the parts one by one would give other ids at the seams.)
  public int[] encode(List<TextPart> parts) {
    char[] text = join(parts);
    List<Segment> segments = addedTokens.split(text, parts);
    if (mode.strips()) {
      segments = LegacyStripping.strip(text, segments);
    }
    BytePairEncoder.Run run = bytePairEncoder.newRun(text);
    for (Segment segment : segments) {
      if (segment.token() == null) {
        run.encode(segment.start(), segment.end());
      } else {
        run.add(segment.token().id());
      }
    }
    return run.ids();
  }

  /// The text of the ids, verbatim.
  ///
  /// @throws IllegalArgumentException if an id is not in the vocabulary
  public String decode(int[] ids) {
    return decode(ids, DecodeOptions.VERBATIM);
  }

  /// The text of the ids. Bytes that are no UTF-8 become U+FFFD.
  ///
  /// @throws IllegalArgumentException if an id is not in the vocabulary
  public String decode(int[] ids, DecodeOptions options) {
    StreamingDecoder decoder = newStreamingDecoder(options.specialTokens());
    StringBuilder out = new StringBuilder(4 * ids.length);
    for (int id : ids) {
      decoder.append(id, out);
    }
    decoder.finish(out);
    String text = out.toString();
    return options.cleanUpSpaces() ? EnglishSpacing.cleanUp(text) : text;
  }

  /// A decoder for ids that come one by one, which keeps special tokens.
  public StreamingDecoder newStreamingDecoder() {
    return newStreamingDecoder(SpecialTokens.KEPT);
  }

  /// A decoder for ids that come one by one.
  public StreamingDecoder newStreamingDecoder(SpecialTokens specialTokens) {
    return new StreamingDecoder(vocabulary, mode, specialTokens);
  }

  /// How many tokens there are; the ids are 0 to this number less one. A model may have more rows,
  /// which stand for no token.
  public int vocabularySize() {
    return vocabulary.size();
  }

  /// The bytes that a token stands for; part of a character in many tokens of Chinese.
  ///
  /// @throws IllegalArgumentException if the id is not in the vocabulary
  public byte[] bytesOf(int id) {
    return vocabulary.bytes(id).clone();
  }

  /// The id of a token; empty where there is none.
  ///
  /// @param token as the vocabulary files spell it: an added token literally (`<eom>`), any other
  ///   in GPT-2's byte alphabet (`Ġthe` is " the")
  public OptionalInt idOf(String token) {
    return vocabulary.idOf(token);
  }

  private static char[] join(List<TextPart> parts) {
    if (parts.size() == 1) {
      return parts.getFirst().text().toCharArray();
    }
    StringBuilder joined = new StringBuilder();
    parts.forEach(part -> joined.append(part.text()));
    return joined.toString().toCharArray();
  }
}
