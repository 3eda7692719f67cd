package io.mosskit.inference.tokenizer;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds added tokens in text. Immutable once built.
final class TokenTrie {

  private final Node root = new Node();

  TokenTrie(List<AddedToken> tokens) {
    for (AddedToken token : tokens) {
      Node node = root;
      for (char c : token.text().toCharArray()) {
        node = node.childOrNew(c);
      }
      node.token = token;
    }
  }

  /// The longest token that begins at `from` and ends at or before `to`; null where none does.
  @Nullable AddedToken longestAt(char[] text, int from, int to) {
    AddedToken longest = null;
    Node node = root;
    for (int i = from; i < to; i++) {
      Node child = node.child(text[i]);
      if (child == null) {
        break;
      }
      node = child;
      longest = node.token == null ? longest : node.token;
    }
    return longest;
  }

  /// A node has few children, so that a walk over its keys beats any table.
  private static final class Node {
    private char[] keys = {};
    private Node[] children = {};
    private @Nullable AddedToken token;

    @Nullable Node child(char c) {
      for (int i = 0; i < keys.length; i++) {
        if (keys[i] == c) {
          return children[i];
        }
      }
      return null;
    }

    Node childOrNew(char c) {
      Node child = child(c);
      if (child != null) {
        return child;
      }
      Node created = new Node();
      keys = Arrays.copyOf(keys, keys.length + 1);
      keys[keys.length - 1] = c;
      children = Arrays.copyOf(children, keys.length);
      children[keys.length - 1] = created;
      return created;
    }
  }
}
