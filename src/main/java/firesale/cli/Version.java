package firesale.cli;

import picocli.CommandLine.IVersionProvider;

/** The versions that {@code --version} prints. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Main.class.getPackage().getImplementationVersion();
        return new String[] {
            "firesale " + (version == null ? "(built from sources)" : version),
            "java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")"
        };
    }
}
