/// JSON text enters, immutable values leave, and the same text's value comes back out: numbers keep
/// their lexemes, objects keep the order of their members, strings keep lone surrogates.
///
/// Start at [io.mosskit.schema.json.Json#parse(String)]. This is the carrier of whatever a record
/// holds beside the fields that the toolkit knows.
@NullMarked
package io.mosskit.schema.json;

import org.jspecify.annotations.NullMarked;
