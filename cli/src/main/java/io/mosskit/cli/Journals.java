package io.mosskit.cli;

import io.mosskit.generator.store.JournalRow;
import io.mosskit.generator.store.RunView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The journals of runs, in which every request stands.
///
/// @param runs their folders
record Journals(List<Path> runs) {

  Journals {
    runs = List.copyOf(runs);
  }

  /// A request in one of them.
  ///
  /// @param run the folder of its run
  record Found(Path run, JournalRow row) {}

  /// The journals below these paths that can be read; of the others it is said why not.
  static Journals below(List<Path> paths, Console console) throws IOException {
    List<Path> readable = new ArrayList<>();
    for (Path folder : RunFolders.below(paths)) {
      try (RunView _ = RunView.open(folder)) {
        readable.add(folder);
      } catch (IOException e) {
        console.note(String.valueOf(e.getMessage()));
      }
    }
    return new Journals(readable);
  }

  /// The requests under an id, those of a run together, the last sent first.
  List<Found> requests(String id) throws IOException {
    List<Found> found = new ArrayList<>();
    for (Path folder : runs) {
      try (RunView run = RunView.open(folder)) {
        run.requests(id).forEach(row -> found.add(new Found(folder, row)));
      }
    }
    return found;
  }

  /// The run in which a request stands.
  Optional<Path> runOf(String requestId) throws IOException {
    return requests(requestId).stream().map(Found::run).findFirst();
  }
}
