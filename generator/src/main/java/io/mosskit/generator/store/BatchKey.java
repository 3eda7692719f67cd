package io.mosskit.generator.store;

/// A request as a batch knows it.
///
/// @param request its id
/// @param sha256 of everything that the teacher reads
public record BatchKey(String request, String sha256) {}
