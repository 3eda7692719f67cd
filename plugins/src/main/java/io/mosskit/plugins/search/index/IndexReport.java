package io.mosskit.plugins.search.index;

/// What became of the documents: each that was read is indexed, a duplicate, rejected or passed
/// over.
///
/// @param documents in the index
/// @param duplicates equal to one that is in it, title, text and source
/// @param rejected unreadable
/// @param passedOver no documents by their nature: redirects, talk pages, pictures
/// @param fingerprint of the index's content, 64 hexadecimal digits
public record IndexReport(
    long documents, long duplicates, long rejected, long passedOver, String fingerprint) {}
