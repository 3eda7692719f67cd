package io.mosskit.curation;

import io.mosskit.curation.contamination.Decontaminator;
import io.mosskit.curation.duplicate.DuplicateKey;
import io.mosskit.curation.filter.Profile;
import io.mosskit.curation.privacy.Kind;
import io.mosskit.curation.privacy.Salt;
import io.mosskit.curation.privacy.ScrubPlan;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import java.util.Optional;

/// What a curation does.
///
/// @param duplicates how duplicates are told, and which of them stays
/// @param profile the rules that a dialogue has to pass, and those whose breach is only noted
/// @param tags how dialogues are tagged
/// @param scrub what private data is replaced; nothing where it is empty
/// @param decontamination against which evaluation sets dialogues are held, and what becomes of
///   those that hold a stretch of one; none where it is empty
public record CurationPlan(
    DuplicatePlan duplicates,
    Profile profile,
    TagPlan tags,
    Optional<ScrubPlan> scrub,
    Optional<Decontaminator> decontamination) {

  /// Duplicates by the user turns at 0.7, the dialogue profile, the toolkit's own tagger; nothing
  /// is scrubbed, no evaluation sets.
  public static CurationPlan standard() {
    return new CurationPlan(
        DuplicatePlan.standard(),
        Profile.standard(),
        TagPlan.standard(),
        Optional.empty(),
        Optional.empty());
  }

  /// The words by which duplicates are told.
  public DuplicateKey key() {
    return duplicates.key();
  }

  /// The least Jaccard similarity of near-duplicates.
  public double threshold() {
    return duplicates.threshold();
  }

  public CurationPlan withDuplicates(DuplicatePlan others) {
    return new CurationPlan(others, profile, tags, scrub, decontamination);
  }

  public CurationPlan withKey(DuplicateKey other) {
    return withDuplicates(duplicates.withKey(other));
  }

  public CurationPlan withThreshold(double other) {
    return withDuplicates(duplicates.withThreshold(other));
  }

  public CurationPlan withProfile(Profile others) {
    return new CurationPlan(duplicates, others, tags, scrub, decontamination);
  }

  public CurationPlan withTags(TagPlan others) {
    return new CurationPlan(duplicates, profile, others, scrub, decontamination);
  }

  public CurationPlan withScrub(ScrubPlan other) {
    return new CurationPlan(duplicates, profile, tags, Optional.of(other), decontamination);
  }

  public CurationPlan withDecontamination(Decontaminator other) {
    return new CurationPlan(duplicates, profile, tags, scrub, Optional.of(other));
  }

  /// The settings as they stand in `stats.json`.
  Json.Obj settings() {
    ObjBuilder settings = Json.object();
    duplicates.describe(settings);
    return settings
        .put("filters", profile.settings())
        .put("tags", tags.json())
        .put("scrub", scrub.map(CurationPlan::json).orElse(null))
        .put("decontamination", decontamination.map(CurationPlan::json).orElse(null))
        .build();
  }

  /// Those of the settings that decide what is made of a single record. With others the same drafts
  /// serve.
  Json.Obj settingsOfRecords() {
    return settings()
        .without(DuplicatePlan.THRESHOLD)
        .without(DuplicatePlan.MAX_CLUSTER_SHARE)
        .without(DuplicatePlan.INDEX);
  }

  /// The same with what the settings do not show of private data: an allow-list's entries and a
  /// salt by their fingerprints.
  Json.Obj identityOfRecords() {
    return settingsOfRecords()
        .with("scrub_identity", scrub.map(CurationPlan::identity).orElse(new Json.Null()));
  }

  private static Json identity(ScrubPlan plan) {
    return Json.object()
        .put("allowed", RecordId.hash(String.join("\n", plan.allowed().entries())))
        .put("salt", plan.salt().map(Salt::fingerprint).orElse(null))
        .build();
  }

  private static Json json(ScrubPlan plan) {
    return Json.object()
        .put("kinds", plan.kindsInOrder().stream().map(Kind::label).toList())
        .put("allowed", plan.allowed().size())
        .put("salted", plan.salt().isPresent())
        .build();
  }

  private static Json json(Decontaminator decontaminator) {
    return decontaminator.sets().json().with("policy", Json.of(decontaminator.policy().label()));
  }
}
