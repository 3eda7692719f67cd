package io.mosskit.curation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/// The candidates that bear the id of another. An id names one record: of those with the same id
/// the best holds it, and only where the holder is dropped as a duplicate does the next one, if it
/// says something else, hold it instead.
final class SameIds {

  /// Candidates with one id, the best first.
  ///
  /// @param holders those that have held the id, the latest last
  private record Group(List<Integer> members, List<Integer> holders) {}

  private final List<Long> checksums;
  private final Map<String, Group> groups = new LinkedHashMap<>();

  /// @param checksums of what the candidates say, by their numbers
  SameIds(List<Long> checksums) {
    this.checksums = checksums;
  }

  /// Adds a candidate, the best of an id first.
  void add(String id, int candidate) {
    Group group =
        groups.computeIfAbsent(id, _ -> new Group(new ArrayList<>(1), new ArrayList<>(1)));
    group.members.add(candidate);
    if (group.holders.isEmpty()) {
      group.holders.add(candidate);
    }
  }

  /// Whether the candidate holds its id, or has held it and was dropped.
  boolean isHolder(String id, int candidate) {
    Group group = groups.get(id);
    return group == null || group.holders.contains(candidate);
  }

  /// Lets the next candidate hold an id whose holder is dropped.
  ///
  /// @param dropped of a candidate's number
  /// @return whether any id has a new holder
  boolean passOn(IntPredicate dropped) {
    boolean passed = false;
    for (Group group : groups.values()) {
      if (group.members.size() > 1 && dropped.test(group.holders.getLast())) {
        for (int member : group.members) {
          if (group.holders.stream().noneMatch(holder -> saysTheSame(holder, member))) {
            group.holders.add(member);
            passed = true;
            break;
          }
        }
      }
    }
    return passed;
  }

  /// Takes a candidate that does not hold its id.
  interface CopyVisitor {

    /// Takes the next one.
    ///
    /// @param holder of the same words, else the one that stays with the same id
    void visit(int copy, int holder, boolean same);
  }

  void forEachCopy(CopyVisitor visitor) {
    for (Group group : groups.values()) {
      for (int member : group.members) {
        if (!group.holders.contains(member)) {
          int holder = group.holders.getLast();
          for (int earlier : group.holders) {
            holder = saysTheSame(earlier, member) ? earlier : holder;
          }
          visitor.visit(member, holder, saysTheSame(holder, member));
        }
      }
    }
  }

  private boolean saysTheSame(int left, int right) {
    return checksums.get(left).equals(checksums.get(right));
  }
}
