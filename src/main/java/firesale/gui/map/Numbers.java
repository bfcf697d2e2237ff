package firesale.gui.map;

import java.util.Locale;

/** How numbers read on the map: rounded to what can be taken in at a glance, with their units. */
final class Numbers {

    private Numbers() {
    }

    /** 12,345. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** 12,345 GPUs; 1 GPU. */
    static String gpus(long value) {
        return counted(value, "GPU");
    }

    /** So many of something, with an s unless it is one: 3 hosts. */
    static String counted(long value, String what) {
        return count(value) + " " + what + (value == 1 ? "" : "s");
    }

    /** An amount: USD 1.2 bn, USD 35 m, USD 950. */
    static String usd(double value) {
        if (Double.isNaN(value)) {
            return "\u2013";
        }
        String sign = value < 0 ? "\u2212" : "";
        double size = Math.abs(value);
        if (size >= 9.995e8) {
            return sign + "USD " + digits(size / 1e9) + " bn";
        } else if (size >= 9.995e5) {
            return sign + "USD " + digits(size / 1e6) + " m";
        }
        return sign + String.format(Locale.ROOT, "USD %,.0f", size);
    }

    /** Three figures that count, no more than one decimal. */
    static String digits(double value) {
        String text = String.format(Locale.ROOT, Math.abs(value) < 99.95 ? "%.1f" : "%,.0f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** A share in whole per cent: 41 %. */
    static String percent(double share) {
        return Double.isNaN(share) ? "\u2013" : String.format(Locale.ROOT, "%.0f %%", 100 * share).replace("-0 ",
                "0 ").replace('-', '\u2212');
    }

    /** A yearly rate in per cent: 11.8 %. */
    static String rate(double perYear) {
        return Double.isNaN(perYear) ? "\u2013" : String.format(Locale.ROOT, "%.1f %%", 100 * perYear).replace('-', '\u2212');
    }

    /** What was paid against FMV: 41 % below FMV, 3 % above FMV, at FMV. */
    static String againstFmv(double paidOverFmv) {
        long percent = Math.round(100 * (1 - paidOverFmv));
        if (percent == 0) {
            return "at FMV";
        }
        return Math.abs(percent) + " % " + (percent > 0 ? "below" : "above") + " FMV";
    }

    /** Power: 17.2 MW, 0.35 MW, 12 kW. */
    static String power(double kw) {
        return kw >= 100 ? String.format(Locale.ROOT, kw >= 9950 ? "%,.0f MW" : kw >= 995 ? "%.1f MW" : "%.2f MW", kw / 1000)
                : String.format(Locale.ROOT, kw >= 9.95 || kw == Math.rint(kw) ? "%.0f kW" : "%.1f kW", kw);
    }

    /** Rack power or the mark of an axis without its unit: 10.2, 130. */
    static String plain(double value) {
        String text = String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 1 ? "%.1f" : "%.2f", value);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }

    /** A number for a card: five figures that count. */
    static Object rounded(Object value) {
        return value instanceof Double number && !number.isNaN() && !number.isInfinite() && number != 0
                ? (Object) new java.math.BigDecimal(number).round(new java.math.MathContext(5)).doubleValue() : value;
    }

    /** The next number of the kind 1, 2, 5, 10, 20 … that is not smaller; 1 of what is not positive. */
    static double roundUp(double value) {
        if (!(value > 0)) {
            return 1;
        }
        double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(value) + 1e-9));
        for (double step : new double[] {1, 2, 5}) {
            if (step * power >= value * (1 - 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /** The next number of that kind that is not larger. */
    static double roundDown(double value) {
        double up = roundUp(value);
        if (up <= value * (1 + 1e-9)) {
            return up;
        }
        double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(up) + 1e-9));
        double first = up / power;
        return first < 1.5 ? up / 2 : first < 3 ? up / 2 : up / 2.5;
    }
}
