package firesale.report;

/** Java finds no font on this machine, so no text can be drawn. The message says what to install. */
public final class NoFontsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoFontsException(Throwable cause) {
        super("Java finds no fonts on this machine; install fontconfig and a font, for example Debian's packages fontconfig "
                + "and fonts-dejavu-core (" + cause + ")", cause);
    }
}
