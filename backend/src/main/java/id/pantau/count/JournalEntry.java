package id.pantau.count;

import id.pantau.model.Position;

/**
 * An acknowledged form in a node's journal.
 *
 * @param outcome one of {@link id.pantau.platform.LogEntry}'s, DUPLICATE where another node had
 *     counted it
 * @param position the province's position that held it
 * @param packed envelope and content
 */
public record JournalEntry(int outcome, Position position, byte[] packed) {}
