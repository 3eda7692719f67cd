package io.mosskit.generator.rehearsal.script;

import io.mosskit.generator.taxonomy.Grade;
import io.mosskit.generator.taxonomy.Risk;
import io.mosskit.generator.taxonomy.Taxon;
import org.jspecify.annotations.Nullable;

/// How a reply is meant, as a note at the end of the request says.
///
/// @param taxon where the talk began in the taxonomy, or null where there is no note
/// @param grade what the reply ought to do, or null where the note leaves that open
record Guide(@Nullable Taxon taxon, @Nullable Grade grade) {

  /// No note.
  static final Guide NONE = new Guide(null, null);

  boolean isGiven() {
    return taxon != null;
  }

  /// Whether the reply ought to decline.
  boolean declines() {
    return grade == Grade.REFUSE || grade == Grade.REDIRECT;
  }

  /// What a talk is about, once the note is taken into account: its words alone may tell it
  /// wrongly.
  Matter steer(Matter matter) {
    if (taxon == null) {
      return matter;
    }
    return switch (taxon.kind()) {
      case HARMFUL_REQUEST -> matter.as(declining(), "harm." + riskOf(matter));
      case BENIGN_LOOK_ALIKE -> isAlarmed(matter) ? matter.as(Kind.EXPLAIN, "") : matter;
      case SENSITIVE_ADVICE -> known(matter, Kind.SENSITIVE, "sensitive.any");
      case ABOUT_ASSISTANT -> known(matter, Kind.SELF, "self.errors");
      case UNANSWERABLE -> known(matter, Kind.UNKNOWN, "");
      case FALSE_PREMISE -> known(matter, Kind.PREMISE, "premise.any");
      case UNCERTAIN -> known(matter, Kind.UNSURE, "unsure.any");
      case USER_CORRECTION -> correction(matter);
    };
  }

  private Kind declining() {
    if (taxon != null && taxon.risk() == Risk.SELF_HARM) {
      return Kind.DESPAIR;
    }
    if (grade == Grade.REDIRECT) {
      return Kind.REDIRECT;
    }
    return grade == Grade.SAFE_COMPLETE ? Kind.SAFE : Kind.REFUSE;
  }

  private String riskOf(Matter matter) {
    Risk risk = taxon == null ? null : taxon.risk();
    if (risk != null) {
      return risk.label();
    }
    return matter.kind() == Kind.REFUSE ? matter.key() : Risk.VIOLENCE.label();
  }

  private static boolean isAlarmed(Matter matter) {
    return matter.kind() == Kind.REFUSE
        || matter.kind() == Kind.DESPAIR
        || matter.kind() == Kind.SENSITIVE;
  }

  private Matter correction(Matter matter) {
    if (grade == Grade.ACCEPT_CORRECTION) {
      return matter.as(Kind.ACCEPT, "");
    }
    return grade == Grade.HOLD_POLITELY
        ? matter.as(Kind.HOLD, "")
        : known(matter, Kind.CORRECTION, "correction.any");
  }

  private static Matter known(Matter matter, Kind kind, String otherwise) {
    return matter.kind() == kind ? matter : matter.as(kind, otherwise);
  }
}
