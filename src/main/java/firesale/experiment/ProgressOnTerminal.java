package firesale.experiment;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A progress bar on standard error. */
final class ProgressOnTerminal implements Progress {

    private static final int UPDATE_MILLIS = 200;

    private final ProgressBar bar;

    ProgressOnTerminal(String name, long runs) {
        bar = new ProgressBarBuilder().setTaskName(name).setUnit(" runs", 1).setInitialMax(runs)
                .showSpeed(new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT)))
                .setUpdateIntervalMillis(UPDATE_MILLIS).build();
    }

    @Override
    public void step() {
        bar.step();
    }

    @Override
    public void close() {
        bar.close();
    }
}
