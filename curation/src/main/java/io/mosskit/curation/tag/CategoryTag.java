package io.mosskit.curation.tag;

import io.mosskit.curation.text.Decimals;
import io.mosskit.schema.Category;
import io.mosskit.schema.json.Json;

/// What a dialogue trains, and who says so.
///
/// @param category the category
/// @param origin who says so
/// @param confidence from 0 to 1; 1 where the record declares it
public record CategoryTag(Category category, Origin origin, double confidence) {

  /// Who says of what category a record is.
  public enum Origin {
    /// The record itself, by its category string or its plugin switches.
    DECLARED("declared"),
    /// The [CategoryModel].
    MODEL("model");

    private final String label;

    Origin(String label) {
      this.label = label;
    }

    /// The name in records.
    public String label() {
      return label;
    }
  }

  /// The tag of a record that declares its category.
  public static CategoryTag declared(Category category) {
    return new CategoryTag(category, Origin.DECLARED, 1);
  }

  /// The tag as it stands in a record, under `mosskit.category`.
  public Json.Obj json() {
    var json = Json.object().put("name", category.label()).put("origin", origin.label());
    return switch (origin) {
      case DECLARED -> json.build();
      case MODEL -> json.put("confidence", Decimals.rounded(confidence)).build();
    };
  }
}
