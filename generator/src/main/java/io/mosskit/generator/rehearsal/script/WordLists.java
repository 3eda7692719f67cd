package io.mosskit.generator.rehearsal.script;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Named lists of phrases, read from text files:
///
///     # a comment
///     topic.sleep
///       short naps at work
///       getting up early in winter
///
/// A line without indent names a list, the indented lines below it are its entries, and `\n` in an
/// entry is a line break. Entries of the form `question => answer` also make two more lists, `NAME.ask`
/// and `NAME.answer`, in the same order.
final class WordLists {

  private static final String ARROW = " => ";

  private final Map<String, List<String>> lists;

  private WordLists(Map<String, List<String>> lists) {
    this.lists = lists;
  }

  /// Reads files that lie beside the rehearsal teacher's classes.
  ///
  /// @throws IllegalStateException naming file and line, where a file breaks the format
  static WordLists read(List<String> files) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    for (String file : files) {
      read(file, lists);
    }
    lists.replaceAll((name, entries) -> List.copyOf(entries));
    return new WordLists(Collections.unmodifiableMap(lists));
  }

  private static void read(String file, Map<String, List<String>> lists) {
    List<String> lines = lines(file);
    String name = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String where = file + ":" + (i + 1);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("  ")) {
        require(!name.isEmpty(), where, "an entry before the first list name");
        add(name, line.strip().replace("\\n", "\n"), lists);
      } else {
        name = line.strip();
        require(!lists.containsKey(name), where, "the list " + name + " exists already");
        lists.put(name, new ArrayList<>());
      }
    }
  }

  private static void add(String name, String entry, Map<String, List<String>> lists) {
    Objects.requireNonNull(lists.get(name)).add(entry);
    int arrow = entry.indexOf(ARROW);
    if (arrow >= 0) {
      extend(name + ".ask", entry.substring(0, arrow), lists);
      extend(name + ".answer", entry.substring(arrow + ARROW.length()), lists);
    }
  }

  private static void extend(String name, String entry, Map<String, List<String>> lists) {
    lists.computeIfAbsent(name, key -> new ArrayList<>()).add(entry);
  }

  private static void require(boolean holds, String where, String problem) {
    if (!holds) {
      throw new IllegalStateException(where + ": " + problem);
    }
  }

  /// The lines of a text file beside the rehearsal teacher's classes.
  static List<String> lines(String file) {
    String path = "/io/mosskit/generator/rehearsal/" + file;
    try (InputStream in = WordLists.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + path + " on the class path");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The entries of a list.
  ///
  /// @throws IllegalArgumentException where there is none of that name
  List<String> get(String name) {
    List<String> entries = lists.get(name);
    if (entries == null) {
      throw new IllegalArgumentException("no list is named " + name);
    }
    return entries;
  }

  boolean has(String name) {
    return lists.containsKey(name);
  }

  Set<String> names() {
    return lists.keySet();
  }
}
