package io.mosskit.plugins.search;

/// A search engine cannot be asked; the message says why and what to do.
public final class SearchException extends Exception {

  private static final long serialVersionUID = 1L;

  public SearchException(String message) {
    super(message);
  }

  public SearchException(String message, Throwable cause) {
    super(message, cause);
  }
}
