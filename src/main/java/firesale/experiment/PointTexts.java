package firesale.experiment;

import firesale.experiment.store.Hash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a plan's identity says of its points. */
interface PointTexts {

    /** Up to so many points each value has a line of its own. */
    int FEW = 500;

    /** Notes the next point. */
    void id(String id);

    /** Notes what is special at a point. */
    void put(String what, String id, String value);

    /** All that was noted as names and values. */
    Map<String, String> lines();

    static PointTexts of(int points) {
        return points > FEW ? new Many(points) : new Few();
    }

    /** The first items of a long list, and a hash of all. */
    static String shortened(List<?> list) {
        Digest digest = new Digest();
        list.forEach(item -> digest.add("", item.toString()));
        return digest.text();
    }

    /** A line for each. */
    final class Few implements PointTexts {

        private final StringBuilder ids = new StringBuilder();
        private final Map<String, String> lines = new LinkedHashMap<>();

        @Override
        public void id(String id) {
            ids.append(ids.isEmpty() ? "" : " ").append(id);
        }

        @Override
        public void put(String what, String id, String value) {
            lines.put(what + " at " + id, value);
        }

        @Override
        public Map<String, String> lines() {
            Map<String, String> all = new LinkedHashMap<>();
            all.put("points", ids.toString());
            all.putAll(lines);
            return all;
        }
    }

    /** A line for each key. */
    final class Many implements PointTexts {

        private final int points;
        private final Digest ids = new Digest();
        private final Map<String, Digest> values = new LinkedHashMap<>();

        Many(int points) {
            this.points = points;
        }

        @Override
        public void id(String id) {
            ids.add("", id);
        }

        @Override
        public void put(String what, String id, String value) {
            values.computeIfAbsent(what, key -> new Digest()).add(id, value);
        }

        @Override
        public Map<String, String> lines() {
            Map<String, String> lines = new LinkedHashMap<>();
            lines.put("points", points + ": " + ids.text());
            values.forEach((what, digest) -> lines.put(what + " at points", digest.text()));
            return lines;
        }
    }

    /** A list too long to be kept. */
    final class Digest {

        private static final int SHOWN = 3;
        private static final int DIGITS = 32;

        private final MessageDigest hash = Hash.sha256();
        private final StringBuilder first = new StringBuilder();
        private int count;

        /** @param id where the value stands */
        void add(String id, String value) {
            for (String part : List.of(id, value)) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                hash.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                hash.update(bytes);
            }
            if (count++ < SHOWN) {
                first.append(count > 1 ? ", " : "").append(value);
            }
        }

        /** To be asked for once. */
        String text() {
            return first + (count > SHOWN ? ", ..." : "") + " (hash " + Hash.hex(hash).substring(0, DIGITS) + ")";
        }
    }
}
