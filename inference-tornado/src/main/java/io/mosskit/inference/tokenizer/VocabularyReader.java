package io.mosskit.inference.tokenizer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the files of a tokenizer folder and checks them against each other.
final class VocabularyReader {

  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<Integer, String> tokens = new HashMap<>();

  private VocabularyReader() {}

  /// Reads `merges.txt`, `added_tokens.json` and, where it is there, `vocab.json`.
  static Vocabulary read(Path folder) throws IOException {
    TokenizerFile mergesFile = TokenizerFile.require(folder, "merges.txt");
    TokenizerFile addedFile = TokenizerFile.require(folder, "added_tokens.json");
    Optional<TokenizerFile> vocabularyFile = TokenizerFile.find(folder, "vocab.json");
    List<Merge> merges = Merge.parse(mergesFile);
    TokenIds ordinary =
        vocabularyFile.isPresent()
            ? TokenIds.parse(vocabularyFile.get())
            : TokenIds.implied(mergesFile, merges);
    return new VocabularyReader().assemble(ordinary, TokenIds.parse(addedFile), mergesFile, merges);
  }

  private Vocabulary assemble(
      TokenIds ordinary, TokenIds added, TokenizerFile mergesFile, List<Merge> merges)
      throws TokenizerFileException {
    register(ordinary);
    checkSpelling(ordinary);
    MergeTable mergeTable = link(mergesFile, merges);
    register(added);
    checkProducts(mergesFile, merges, added);
    checkRange(ordinary);
    checkRange(added);

    byte[][] bytes = new byte[ids.size()][];
    for (TokenIds.Entry entry : ordinary.entries()) {
      bytes[entry.id()] = ByteAlphabet.bytesOf(entry.token());
    }
    BitSet apart = new BitSet();
    List<AddedToken> cutOut = new ArrayList<>();
    for (TokenIds.Entry entry : added.entries()) {
      bytes[entry.id()] = entry.token().getBytes(StandardCharsets.UTF_8);
      apart.set(entry.id());
      cutOut.add(new AddedToken(entry.token(), entry.id()));
    }
    Integer endOfText = ids.get(AddedToken.END_OF_TEXT);
    if (endOfText != null && !apart.get(endOfText)) {
      cutOut.add(new AddedToken(AddedToken.END_OF_TEXT, endOfText));
    }
    return new Vocabulary(ids, bytes, apart, cutOut, mergeTable);
  }

  private void register(TokenIds source) throws TokenizerFileException {
    for (TokenIds.Entry entry : source.entries()) {
      if (entry.token().isEmpty()) {
        throw problem(source, entry, "but is empty");
      }
      Integer id = ids.putIfAbsent(entry.token(), entry.id());
      if (id != null && id != entry.id()) {
        throw problem(source, entry, "but had the id " + id + " before");
      }
      String token = tokens.putIfAbsent(entry.id(), entry.token());
      if (token != null && !token.equals(entry.token())) {
        throw problem(source, entry, "which \"" + token + "\" has already");
      }
    }
  }

  private void checkSpelling(TokenIds ordinary) throws TokenizerFileException {
    for (TokenIds.Entry entry : ordinary.entries()) {
      if (!ByteAlphabet.spells(entry.token())) {
        throw problem(
            ordinary, entry, "but is not spelled in the byte alphabet of GPT-2 (a blank is Ġ)");
      }
    }
    for (int b = 0; b < 256; b++) {
      if (!ids.containsKey(ByteAlphabet.tokenOf(b))) {
        throw ordinary
            .file()
            .problem(
                "no token \"%s\" for the byte 0x%02X; every byte needs one"
                    .formatted(ByteAlphabet.tokenOf(b), b));
      }
    }
  }

  /// The merges by id. Only ordinary tokens are registered by now, so that an added one is no part.
  private MergeTable link(TokenizerFile file, List<Merge> merges) throws TokenizerFileException {
    MergeTable table = new MergeTable(merges.size());
    for (int rank = 0; rank < merges.size(); rank++) {
      Merge merge = merges.get(rank);
      table.put(
          ordinaryId(file, merge, "part", merge.left()),
          ordinaryId(file, merge, "part", merge.right()),
          rank,
          ordinaryId(file, merge, "product", merge.product()));
    }
    return table;
  }

  /// Sees to it that ordinary text cannot become a control token by merging.
  private static void checkProducts(TokenizerFile file, List<Merge> merges, TokenIds added)
      throws TokenizerFileException {
    Set<String> cutOut = new HashSet<>();
    cutOut.add(AddedToken.END_OF_TEXT);
    added.entries().forEach(entry -> cutOut.add(entry.token()));
    for (Merge merge : merges) {
      if (cutOut.contains(merge.product())) {
        throw file.problem(
            merge.line(), "a merge may not make the added token \"" + merge.product() + "\"");
      }
    }
  }

  private int ordinaryId(TokenizerFile file, Merge merge, String role, String token)
      throws TokenizerFileException {
    Integer id = ids.get(token);
    if (id == null) {
      throw file.problem(
          merge.line(),
          "the %s \"%s\" of this merge is not in the vocabulary; merges.txt and vocab.json must be of one model"
              .formatted(role, token));
    }
    return id;
  }

  private void checkRange(TokenIds source) throws TokenizerFileException {
    for (TokenIds.Entry entry : source.entries()) {
      if (entry.id() < 0 || entry.id() >= ids.size()) {
        throw problem(
            source,
            entry,
            "but the vocabulary has %d tokens, whose ids must be 0 to %d"
                .formatted(ids.size(), ids.size() - 1));
      }
    }
  }

  private static TokenizerFileException problem(
      TokenIds source, TokenIds.Entry entry, String problem) {
    return source
        .file()
        .problem(
            entry.line(),
            "token \"%s\" has the id %d, %s".formatted(entry.token(), entry.id(), problem));
  }
}
