package io.mosskit.plugins.solve;

import io.mosskit.plugins.solve.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells products of letters from names: in `x+y=7; xy=12` the letters of `xy` are unknowns
/// themselves, so it is their product; in `total=12` they are not, so it is a name.
final class Letters {

  private static final Set<String> RESERVED = Set.of("pi", "exp", "sqrt", "lg");

  private Letters() {}

  /// The tokens, each product of letters as its letters.
  static List<Token> apart(List<Token> tokens) {
    Set<String> names =
        tokens.stream()
            .filter(token -> token.kind() == Kind.NAME)
            .map(Token::text)
            .collect(Collectors.toSet());
    List<Token> apart = new ArrayList<>();
    for (Token token : tokens) {
      if (token.kind() == Kind.NAME && isProduct(token.text(), names)) {
        for (int i = 0; i < token.text().length(); i++) {
          apart.add(new Token(Kind.NAME, token.text().substring(i, i + 1), token.at() + i));
        }
      } else {
        apart.add(token);
      }
    }
    return apart;
  }

  /// Whether a name begins with more than one letter, unlike `x`, `x1` and `x_1`.
  static boolean isWord(String name) {
    return name.length() > 1 && Character.isLetter(name.charAt(1));
  }

  private static boolean isProduct(String name, Set<String> names) {
    return isWord(name)
        && !RESERVED.contains(name)
        && Function.named(name).isEmpty()
        && name.chars().mapToObj(Character::toString).allMatch(names::contains);
  }
}
