package firesale.cluster;

import firesale.experiment.store.DurableFiles;
import firesale.experiment.store.Hash;
import firesale.kernel.parameters.InputException;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;

/** The running program's own jars, copied to where every node can read them and no rebuild takes them away. */
final class Program {

    private static final int ID_DIGITS = 12;
    private static final String OWN_CLASSES = "firesale-classes.jar";

    private Program() {
    }

    /** The class path that this process was started with, with what the jars on it name in their manifests. */
    static List<Path> classPath() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            add(Path.of(entry).toAbsolutePath().normalize(), all);
        }
        return all;
    }

    private static void add(Path entry, List<Path> all) throws IOException {
        if (all.contains(entry) || !Files.exists(entry)) {
            return;
        }
        all.add(entry);
        if (Files.isRegularFile(entry)) {
            try (JarFile jar = new JarFile(entry.toFile())) {
                Manifest manifest = jar.getManifest();
                String more = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
                for (String relative : more == null ? new String[0] : more.split(" +")) {
                    // elsewhere than in these jars there may be URLs
                    if (!relative.isEmpty() && !relative.contains(":")) {
                        add(entry.resolveSibling(relative).normalize(), all);
                    }
                }
            }
        }
    }

    /**
     * Copies a class path into one flat folder of jars, to be started with {@code java -cp FOLDER/*}. A folder of classes becomes
     * a jar. Equal programs get one folder, whoever comes first.
     *
     * @param root where the folder is made
     * @return the folder
     */
    static Path install(List<Path> classPath, Path root) throws IOException {
        Path folder = root.resolve("program-" + id(classPath));
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Path aside = Files.createDirectories(root.resolve("program-" + UUID.randomUUID() + ".part"));
        for (Map.Entry<String, Path> jar : names(classPath).entrySet()) {
            Path target = aside.resolve(jar.getKey());
            if (Files.isDirectory(jar.getValue())) {
                pack(jar.getValue(), target);
            } else if (jar.getKey().startsWith("firesale")) {
                // a build may write the program's own jar in place
                Files.copy(jar.getValue(), target);
            } else {
                linkOrCopy(jar.getValue(), target);
            }
            DurableFiles.force(target);
        }
        try {
            Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("cannot rename within " + root, e);
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
            // another process was first
            for (String name : names(classPath).keySet()) {
                Files.delete(aside.resolve(name));
            }
            Files.delete(aside);
        }
        return folder;
    }

    /** File names that do not clash, by entry of the class path. */
    private static Map<String, Path> names(List<Path> classPath) {
        Map<String, Path> names = new LinkedHashMap<>();
        for (Path entry : classPath) {
            String name = Files.isDirectory(entry) ? OWN_CLASSES : entry.getFileName().toString();
            String free = name;
            for (int i = 2; names.containsKey(free); i++) {
                free = name.replaceAll("\\.jar$", "") + "-" + i + ".jar";
            }
            names.put(free, entry);
        }
        return names;
    }

    private static void linkOrCopy(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(from, to);
        }
    }

    private static void pack(Path folder, Path jar) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(jar)))) {
            for (Path file : files(folder)) {
                ZipEntry entry = new ZipEntry(folder.relativize(file).toString().replace('\\', '/'));
                entry.setTime(0);
                zip.putNextEntry(entry);
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** A hash over the names and checksums of all that is in the jars. */
    private static String id(List<Path> classPath) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path entry : classPath) {
            text.append(entry.getFileName()).append('\n');
            if (Files.isDirectory(entry)) {
                for (Path file : files(entry)) {
                    CRC32 crc = new CRC32();
                    crc.update(Files.readAllBytes(file));
                    line(text, entry.relativize(file).toString(), crc.getValue());
                }
            } else {
                jar(text, entry);
            }
        }
        return Hash.id(text.toString()).substring(0, ID_DIGITS);
    }

    private static void jar(StringBuilder text, Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = file.entries(); entries.hasMoreElements();) {
                ZipEntry entry = entries.nextElement();
                line(text, entry.getName(), entry.getCrc());
            }
        } catch (ZipException e) {
            throw new InputException(jar + " on the class path is no jar: " + e.getMessage(), e);
        }
    }

    private static void line(StringBuilder text, String name, long crc) {
        text.append(name).append(' ').append(Long.toHexString(crc)).append('\n');
    }
}
