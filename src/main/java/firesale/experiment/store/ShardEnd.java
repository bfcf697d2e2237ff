package firesale.experiment.store;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last line of a shard, by which a cut or altered one is told.
 *
 * @param shardId the shard it belongs to
 * @param table   the table
 * @param rows    lines between header and this one
 * @param sha256  of all bytes before this line
 */
public record ShardEnd(String shardId, String table, long rows, String sha256) {

    private static final Pattern LINE =
            Pattern.compile("#shard=([0-9a-f]{32}) table=(\\S+) rows=(\\d{1,18}) sha256=([0-9a-f]{64})");

    public String line() {
        return "#shard=" + shardId + " table=" + table + " rows=" + rows + " sha256=" + sha256;
    }

    public static Optional<ShardEnd> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                ? Optional.of(new ShardEnd(
                        matcher.group(1), matcher.group(2), Long.parseLong(matcher.group(3)), matcher.group(4)))
                : Optional.empty();
    }
}
