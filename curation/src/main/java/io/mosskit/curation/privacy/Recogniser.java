package io.mosskit.curation.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// Finds the secrets of a text: asks all detectors, and gives characters that several claim to the
/// kind that stands first in [Kind]. Thread-safe.
final class Recogniser {
  private static final Comparator<Candidate> BY_KIND =
      Comparator.comparing(Candidate::kind)
          .thenComparingInt(candidate -> candidate.start() - candidate.end())
          .thenComparingInt(Candidate::start);

  /// How near to other private data a name stands that is a person's.
  private static final int BESIDE = 200;

  private final Set<Kind> kinds;
  private final AllowList allowed;
  private final List<Detector> detectors =
      List.of(
          new PrivateKeyDetector(),
          new ApiKeyDetector(),
          new KeyedSecretDetector(),
          new EmailDetector(),
          new ResidentIdDetector(),
          new BankCardDetector(),
          new IbanDetector(),
          new PhoneDetector(),
          new IpAddressDetector(),
          new AddressDetector(),
          new NameDetector());

  Recogniser(Set<Kind> kinds, AllowList allowed) {
    this.kinds = Set.copyOf(kinds);
    this.allowed = allowed;
  }

  /// The secrets in their order; none overlaps another.
  List<Candidate> secretsIn(String text) {
    String folded = Characters.fold(text);
    List<Candidate> candidates = new ArrayList<>();
    detectors.forEach(detector -> detector.find(folded, candidates::add));
    if (candidates.isEmpty()) {
      return candidates;
    }
    candidates.sort(BY_KIND);
    NavigableMap<Integer, Candidate> claimed = new TreeMap<>();
    for (Candidate candidate : candidates) {
      if (isFree(candidate, claimed)
          && (candidate.kind() != Kind.NAME || isBeside(candidate, claimed))) {
        claimed.put(candidate.start(), candidate);
      }
    }
    return claimed.values().stream().filter(candidate -> isSecret(candidate, folded)).toList();
  }

  private boolean isSecret(Candidate candidate, String text) {
    return !candidate.example()
        && kinds.contains(candidate.kind())
        && !allowed.allows(candidate, text.substring(candidate.start(), candidate.end()));
  }

  private static boolean isFree(Candidate candidate, NavigableMap<Integer, Candidate> claimed) {
    Map.Entry<Integer, Candidate> before = claimed.lowerEntry(candidate.end());
    return before == null || before.getValue().end() <= candidate.start();
  }

  private static boolean isBeside(Candidate name, NavigableMap<Integer, Candidate> claimed) {
    return claimed.subMap(name.start() - BESIDE, name.end() + BESIDE).values().stream()
        .anyMatch(other -> other.kind() != Kind.NAME && !other.example());
  }
}
