package io.mosskit.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Markdown page, by its fenced blocks.
record Page(Path file, String text) {

  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  private static final Pattern WORD = Pattern.compile("'([^']*)'|\\S+");

  static Page read(Path file) throws IOException {
    return new Page(file, Files.readString(file));
  }

  /// The contents of the blocks in that language.
  List<String> blocks(String language) {
    List<String> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      if (block.group(1).equals(language)) {
        blocks.add(block.group(2));
      }
    }
    return blocks;
  }

  /// The lines of its shell blocks that call mosskit, continued lines joined, comments left out.
  List<String> commands() {
    List<String> commands = new ArrayList<>();
    for (String block : blocks("sh")) {
      for (String line : block.replace("\\\n", " ").lines().toList()) {
        String command = line.replaceFirst("\\s+#.*$", "").strip();
        if (command.startsWith("mosskit ")) {
          commands.add(command);
        }
      }
    }
    return commands;
  }

  /// The words of a command as a shell takes them, where no more than single quotes are used.
  static List<String> words(String command) {
    return WORD.matcher(command)
        .results()
        .map(word -> word.group(1) == null ? word.group() : word.group(1))
        .toList();
  }

  @Override
  public String toString() {
    return file.getFileName().toString();
  }
}
