package io.mosskit.schema.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects the members of an object in the order of the calls. Values that are null are left out.
public final class ObjBuilder {

  private final Map<String, Json> members = new LinkedHashMap<>();

  ObjBuilder() {}

  public ObjBuilder put(String name, @Nullable Json value) {
    if (value != null) {
      members.put(name, value);
    }
    return this;
  }

  public ObjBuilder put(String name, @Nullable String value) {
    return put(name, value == null ? null : Json.of(value));
  }

  public ObjBuilder put(String name, long value) {
    return put(name, Json.of(value));
  }

  public ObjBuilder put(String name, double value) {
    return put(name, Json.of(value));
  }

  public ObjBuilder put(String name, boolean value) {
    return put(name, Json.of(value));
  }

  public ObjBuilder put(String name, List<String> values) {
    return put(name, Json.ofStrings(values));
  }

  public Json.Obj build() {
    return new Json.Obj(members);
  }
}
