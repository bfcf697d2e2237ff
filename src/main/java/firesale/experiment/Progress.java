package firesale.experiment;

/** Told of every finished run. */
interface Progress extends AutoCloseable {

    void step();

    @Override
    void close();

    /** Tells nobody. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void step() {
                // nobody watches
            }

            @Override
            public void close() {
                // nothing was opened
            }
        };
    }

    /** A bar on standard error if asked for; the bar's library is loaded only then. */
    static Progress of(boolean bar, String name, long runs) {
        return bar ? new ProgressOnTerminal(name, runs) : silent();
    }
}
