package io.mosskit.curation.report;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `croissant.json`: the files of a data set with their sizes and hashes, and the fields of their
/// records, as JSON-LD. Objects and lists stand in fields as their JSON text.
///
/// Source: MLCommons Croissant Format Specification 1.0.
record Croissant(MeasuredFolder measured, CorpusAbout about) {
  private static final String CONTEXT =
      """
      {"@language": "en", "@vocab": "https://schema.org/", "citeAs": "cr:citeAs",
       "column": "cr:column", "conformsTo": "dct:conformsTo",
       "cr": "http://mlcommons.org/croissant/", "rai": "http://mlcommons.org/croissant/RAI/",
       "data": {"@id": "cr:data", "@type": "@json"},
       "dataType": {"@id": "cr:dataType", "@type": "@vocab"}, "dct": "http://purl.org/dc/terms/",
       "examples": {"@id": "cr:examples", "@type": "@json"}, "extract": "cr:extract",
       "field": "cr:field", "fileProperty": "cr:fileProperty", "fileObject": "cr:fileObject",
       "fileSet": "cr:fileSet", "format": "cr:format", "includes": "cr:includes",
       "isLiveDataset": "cr:isLiveDataset", "jsonPath": "cr:jsonPath", "key": "cr:key",
       "md5": "cr:md5", "parentField": "cr:parentField", "path": "cr:path",
       "recordSet": "cr:recordSet", "references": "cr:references", "regex": "cr:regex",
       "repeated": "cr:repeated", "replace": "cr:replace", "sc": "https://schema.org/",
       "separator": "cr:separator", "source": "cr:source", "subField": "cr:subField",
       "transform": "cr:transform"}\
      """;

  /// The content of the file.
  String text() {
    var json = Json.object();
    json.put("@context", context())
        .put("@type", "sc:Dataset")
        .put("conformsTo", "http://mlcommons.org/croissant/1.0")
        .put("name", name())
        .put("description", description())
        .put("license", about.licence())
        .put("url", about.url())
        .put("version", "1.0.0")
        .put("datePublished", about.date().toString());
    List<Json> files = new ArrayList<>();
    List<Json> sets = new ArrayList<>();
    for (MeasuredFile file : measured.files()) {
      files.add(file(file));
      sets.add(records(file));
    }
    return json.put("distribution", Json.of(files)).put("recordSet", Json.of(sets)).build().text()
        + "\n";
  }

  private static Json context() {
    try {
      return Json.parse(CONTEXT);
    } catch (JsonException e) {
      throw new AssertionError(e);
    }
  }

  /// The title as a name without blanks and signs.
  private String name() {
    String name = about.title().replaceAll("[^\\p{L}\\p{N}_-]+", "-").replaceAll("^-+|-+$", "");
    return name.isEmpty() ? "dialogues" : name;
  }

  private String description() {
    return String.format(
        Locale.ROOT,
        "%s with %s in the format of MOSS-003.",
        Figures.of(measured.records(), "dialogue"),
        Figures.of(measured.turns(), "turn"));
  }

  private static Json file(MeasuredFile file) {
    return Json.object()
        .put("@type", "cr:FileObject")
        .put("@id", file.name())
        .put("name", file.name())
        .put("description", Figures.of(file.records(), "record") + ", one on a line")
        .put("contentUrl", file.name())
        .put("contentSize", file.bytes() + " B")
        .put("encodingFormat", "application/jsonlines")
        .put("sha256", file.sha256())
        .build();
  }

  private Json records(MeasuredFile file) {
    String id = file.name().replaceFirst("\\..*$", "");
    List<Json> fields = new ArrayList<>();
    for (Map.Entry<String, Feature> member : measured.record().members().entrySet()) {
      fields.add(
          Json.object()
              .put("@type", "cr:Field")
              .put("@id", id + "/" + member.getKey())
              .put("name", member.getKey())
              .put("dataType", dataType(member.getValue()))
              .put(
                  "source",
                  Json.object()
                      .put("fileObject", Json.object().put("@id", file.name()).build())
                      .put("extract", Json.object().put("column", member.getKey()).build())
                      .build())
              .build());
    }
    return Json.object()
        .put("@type", "cr:RecordSet")
        .put("@id", id)
        .put("name", id)
        .put("description", "the split " + file.split())
        .put("field", Json.of(fields))
        .build();
  }

  private static String dataType(Feature feature) {
    return switch (feature.dtype()) {
      case "int64" -> "sc:Integer";
      case "float64" -> "sc:Float";
      case "bool" -> "sc:Boolean";
      case null, default -> "sc:Text";
    };
  }
}
