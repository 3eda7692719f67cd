/// Chat requests in OpenAI's protocol enter over HTTP, answers leave: the rehearsal teacher, a
/// rule-based, seeded, bilingual stand-in on loopback with which the whole pipeline runs where
/// there is no model. It is never passed off as one: its name is `rehearsal`, its owner `mosskit`.
///
/// The law: what a successful answer says is a pure function of the seed and the request, whatever
/// the order, the time, the faults or the company in which it is asked.
///
/// Start at [io.mosskit.generator.rehearsal.RehearsalTeacher#start].
@NullMarked
package io.mosskit.generator.rehearsal;

import org.jspecify.annotations.NullMarked;
