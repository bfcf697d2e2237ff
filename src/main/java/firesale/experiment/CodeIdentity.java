package firesale.experiment;

import firesale.experiment.store.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Identifies the code that makes the numbers: a hash over names and CRC-32s of the class files from the model down. A jar
 * holds the CRCs in its directory, so nothing is unpacked, and a jar and a folder of the same classes agree.
 */
final class CodeIdentity {

    private static final String ROOT = "firesale/";
    /** The rooms that make no number of a run. */
    private static final List<String> ABOVE = List.of("cli", "gui", "cluster", "report", "experiment", "analysis", "api");

    private CodeIdentity() {
    }

    /** The identity of the code that was loaded from the same place as the given class. */
    static String of(Class<?> member) {
        try {
            return of(Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the program's own classes", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program's own place is no path", e);
        }
    }

    /** The identity of the code in a jar or a folder. */
    static String of(Path place) throws IOException {
        SortedMap<String, Long> checksums = Files.isDirectory(place) ? folder(place) : jar(place);
        StringBuilder text = new StringBuilder();
        checksums.forEach((name, crc) -> text.append(name).append(' ').append(Long.toHexString(crc)).append('\n'));
        return Hash.id(text.toString());
    }

    private static SortedMap<String, Long> jar(Path place) throws IOException {
        SortedMap<String, Long> checksums = new TreeMap<>();
        try (ZipFile zip = new ZipFile(place.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
                ZipEntry entry = entries.nextElement();
                if (makesNumbers(entry.getName())) {
                    checksums.put(entry.getName(), entry.getCrc());
                }
            }
        }
        return checksums;
    }

    private static SortedMap<String, Long> folder(Path place) throws IOException {
        SortedMap<String, Long> checksums = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(place)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            String name = place.relativize(file).toString().replace('\\', '/');
            if (makesNumbers(name)) {
                CRC32 crc = new CRC32();
                crc.update(Files.readAllBytes(file));
                checksums.put(name, crc.getValue());
            }
        }
        return checksums;
    }

    static boolean makesNumbers(String name) {
        if (!name.startsWith(ROOT) || !name.toLowerCase(Locale.ROOT).endsWith(".class")) {
            return false;
        }
        int slash = name.indexOf('/', ROOT.length());
        return slash >= 0 && !ABOVE.contains(name.substring(ROOT.length(), slash));
    }
}
