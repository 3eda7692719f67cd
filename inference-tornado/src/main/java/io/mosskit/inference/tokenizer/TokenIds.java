package io.mosskit.inference.tokenizer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tokens with their ids as one file states them, or implies them.
record TokenIds(TokenizerFile file, List<Entry> entries) {

  /// A token, its id and the line that says so.
  record Entry(String token, int id, int line) {}

  TokenIds {
    entries = List.copyOf(entries);
  }

  /// Reads `vocab.json` or `added_tokens.json`: one object of token to id.
  static TokenIds parse(TokenizerFile file) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(file.content())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw unexpected(file, json, "an object of token to id");
      }
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String token = json.currentName();
        if (json.nextToken() != JsonToken.VALUE_NUMBER_INT) {
          throw unexpected(file, json, "the id of token \"" + token + "\", an integer");
        }
        entries.add(new Entry(token, json.getIntValue(), json.currentTokenLocation().getLineNr()));
      }
      if (json.nextToken() != null) {
        throw unexpected(file, json, "the end of the file");
      }
    } catch (JsonProcessingException e) {
      throw file.problem(e.getLocation().getLineNr(), "broken JSON: " + e.getOriginalMessage());
    }
    return new TokenIds(file, entries);
  }

  /// The vocabulary that the merges imply: the bytes, what each merge makes if it is new, and the
  /// end of the text.
  static TokenIds implied(TokenizerFile file, List<Merge> merges) {
    List<Entry> entries = new ArrayList<>();
    Set<String> tokens = new HashSet<>();
    for (int rank = 0; rank < 256; rank++) {
      add(ByteAlphabet.tokenAt(rank), 1, tokens, entries);
    }
    for (Merge merge : merges) {
      add(merge.product(), merge.line(), tokens, entries);
    }
    add(AddedToken.END_OF_TEXT, 1, tokens, entries);
    return new TokenIds(file, entries);
  }

  private static void add(String token, int line, Set<String> tokens, List<Entry> entries) {
    if (tokens.add(token)) {
      entries.add(new Entry(token, entries.size(), line));
    }
  }

  private static TokenizerFileException unexpected(
      TokenizerFile file, JsonParser json, String expected) throws IOException {
    String found = json.currentToken() == null ? "the end of the file" : json.getText();
    return file.problem(
        json.currentTokenLocation().getLineNr(),
        "found " + found + " where " + expected + " should be");
  }
}
