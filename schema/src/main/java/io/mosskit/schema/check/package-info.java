/// A dialogue enters, and what is wrong or odd about it leaves: findings of the semantic rules, and
/// violations of the JSON Schemas, of which there is one for every file that the toolkit reads or
/// writes.
///
/// Start at [io.mosskit.schema.check.ConversationCheck] and [io.mosskit.schema.check.JsonSchemas].
@NullMarked
package io.mosskit.schema.check;

import org.jspecify.annotations.NullMarked;
