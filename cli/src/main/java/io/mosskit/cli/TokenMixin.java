package io.mosskit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that name a server's token. It is never an option itself: everybody on the machine
/// can read command lines.
final class TokenMixin {

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "a file with the token that requests must bear")
  private @Nullable Path file;

  @Option(
      names = "--token-env",
      paramLabel = "NAME",
      description = "the environment variable with the token that requests must bear")
  private @Nullable String variable;

  /// The token; empty where none is wanted.
  Optional<String> token() throws IOException, CommandFailure {
    if (file != null && variable != null) {
      throw new CommandFailure(
          ExitCode.USAGE, "--token-file and --token-env both name a token; leave one of them out");
    }
    if (file != null) {
      return Optional.of(required(Files.readString(file).strip(), file + ": the file is empty"));
    }
    if (variable != null) {
      String value = System.getenv(variable);
      return Optional.of(
          required(
              value == null ? "" : value.strip(),
              "the environment variable " + variable + " is not set"));
    }
    return Optional.empty();
  }

  private static String required(String token, String problem) throws CommandFailure {
    if (token.isEmpty()) {
      throw new CommandFailure(ExitCode.USAGE, problem + "; put the token there");
    }
    return token;
  }
}
