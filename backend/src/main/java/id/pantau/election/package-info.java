/**
 * Reads the folder of an election into the model: parses, checks, hashes. Nothing of a folder is
 * taken on trust, because every slot, total and scope of the count rests on it; what is wrong stops
 * the start with one sentence that names the file, the line and the reason. The format is described
 * in {@code config/elections/README.md}. Start with {@link id.pantau.election.ElectionReader}.
 */
@NullMarked
package id.pantau.election;

import org.jspecify.annotations.NullMarked;
