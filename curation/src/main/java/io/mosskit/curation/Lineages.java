package io.mosskit.curation;

import io.mosskit.curation.CurationSummary.Change;
import io.mosskit.curation.CurationSummary.Licence;
import io.mosskit.curation.CurationSummary.Provenance;
import io.mosskit.curation.CurationSummary.Teacher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Counts what the lineages of the records say of how they were made.
final class Lineages {
  private final Map<String, Change> teachers = new TreeMap<>();
  private final Map<String, Change> licences = new TreeMap<>();
  private Change unrecorded = new Change(0, 0);
  private Change seeded = new Change(0, 0);
  private final Set<String> seeds = new HashSet<>();
  private final Set<String> seedsOfKept = new HashSet<>();

  void add(Note.Facts facts, Change change) {
    if (facts.licence() != null) {
      licences.merge(facts.licence(), change, Change::plus);
    }
    String teacher = facts.teacher();
    if (teacher == null || teacher.isBlank()) {
      unrecorded = unrecorded.plus(change);
    } else {
      teachers.merge(teacher, change, Change::plus);
    }
    if (!facts.seeds().isEmpty()) {
      seeded = seeded.plus(change);
      seeds.addAll(facts.seeds());
      if (change.after() > 0) {
        seedsOfKept.addAll(facts.seeds());
      }
    }
  }

  Provenance provenance() {
    List<Teacher> all = new ArrayList<>();
    teachers.forEach((name, records) -> all.add(new Teacher(name, records)));
    if (unrecorded.before() > 0) {
      all.add(new Teacher(CurationSummary.UNRECORDED, unrecorded));
    }
    List<Licence> stated = new ArrayList<>();
    licences.forEach((name, records) -> stated.add(new Licence(name, records)));
    return new Provenance(all, seeded, new Change(seeds.size(), seedsOfKept.size()), stated);
  }
}
