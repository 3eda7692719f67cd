/// Dialogues and CSV tables in which people, rules and models have labelled them enter; tables with
/// a row for each dialogue, and dialogues that carry the labels, leave.
///
/// Start at [io.mosskit.schema.labels.LabelTable] for tables and at
/// [io.mosskit.schema.labels.Labels] for dialogues. The columns of a table are
///
/// | column | holds | when read |
/// |---|---|---|
/// | `id` | the dialogue's record id | required |
/// | `language` | `zh`, `en`, `mixed` or `other` | for the reader's eye |
/// | `turns` | how many turns it has | for the reader's eye |
/// | `first_user_turn` | how the first user turn begins | for the reader's eye |
/// | `last_reply` | how the last reply begins | for the reader's eye |
/// | `category` | a category or a tag of one's own | required; a row where it is empty is unlabelled |
/// | `confidence` | a number from 0 to 1 | may be empty or absent |
/// | `origin` | `human`, `rule`, `model` or `declared` | `human` where empty or absent |
/// | `annotator` | the name of the person, rule or model | may be empty or absent |
/// | `at` | an ISO 8601 time with its zone | may be empty or absent |
/// | `note` | any text | may be empty or absent |
///
/// A reader finds columns by their names in any order and case, and hands on the cells of others.
@NullMarked
package io.mosskit.schema.labels;

import org.jspecify.annotations.NullMarked;
