package firesale.gui.network;

import firesale.credit.lenders.Lender;
import firesale.credit.lenders.LenderFamily;
import java.util.ArrayList;
import java.util.List;

/** What stands within the rings of lenders: a letter for the kind, and a number where there are several of it. */
final class LenderCodes {

    private LenderCodes() {
    }

    /** Two or three signs for each lender, by number. */
    static List<String> of(List<Lender> lenders) {
        int[] count = new int[LenderFamily.values().length];
        for (Lender lender : lenders) {
            count[lender.type().family().ordinal()]++;
        }
        int[] number = new int[count.length];
        List<String> codes = new ArrayList<>();
        for (Lender lender : lenders) {
            int family = lender.type().family().ordinal();
            codes.add(letter(lender.type().family()) + (count[family] > 1 ? "" + ++number[family] : ""));
        }
        return codes;
    }

    /** The letter of a kind of lender. */
    static String letter(LenderFamily family) {
        return switch (family) {
            case BANK -> "B";
            case PRIVATE_CREDIT -> "P";
            case VENDOR -> "V";
            case ASSET_BACKED -> "A";
        };
    }

    /** A kind of lender in words. */
    static String words(LenderFamily family) {
        return switch (family) {
            case BANK -> "bank";
            case PRIVATE_CREDIT -> "private credit";
            case VENDOR -> "vendor finance";
            case ASSET_BACKED -> "ABS, insurers";
        };
    }
}
