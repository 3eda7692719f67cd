package io.mosskit.curation.privacy;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What is not to be replaced: the address of a help desk, the number of a hotline. Compared
/// without upper and lower case, full width, blanks, `-`, `.`, `(` and `)`; an entry `@domain`
/// allows all addresses of a domain.
public final class AllowList {

  /// Allows nothing.
  public static final AllowList NONE = new AllowList(List.of());

  private final Set<String> entries = new HashSet<>();

  private AllowList(Collection<String> allowed) {
    allowed.forEach(entry -> entries.add(plain(entry)));
  }

  public static AllowList of(Collection<String> entries) {
    return new AllowList(entries);
  }

  /// The entries of a UTF-8 file, one a line; empty lines and those that begin with `#` are none.
  ///
  /// @throws IOException naming the file if it cannot be read, or is not in UTF-8
  public static AllowList read(Path file) throws IOException {
    try {
      return of(
          Files.readAllLines(file).stream()
              .map(line -> line.replace("\uFEFF", "").strip())
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .toList());
    } catch (CharacterCodingException e) {
      throw new IOException(file + ": expected UTF-8, found other bytes; save it as UTF-8", e);
    }
  }

  /// What it allows, in the form in which it is compared, sorted.
  public List<String> entries() {
    return entries.stream().sorted().toList();
  }

  /// How many entries it has.
  public int size() {
    return entries.size();
  }

  boolean allows(Candidate candidate, String written) {
    return !entries.isEmpty()
        && (entries.contains(plain(written))
            || entries.contains(plain(candidate.identity()))
            || (candidate.kind() == Kind.EMAIL
                && entries.contains(plain(written.substring(written.lastIndexOf('@'))))));
  }

  private static String plain(String text) {
    return Characters.fold(text).toLowerCase(Locale.ROOT).replaceAll("[\\s().-]", "");
  }
}
