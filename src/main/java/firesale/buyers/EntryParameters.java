package firesale.buyers;

import firesale.kernel.parameters.Param;

/** Capital from outside that discounts draw in, after a delay: slow-moving capital (Duffie). */
public record EntryParameters(
        @Param(meaning = "Money that sets out in a week for each point (0.01) by which the discount observed is above the "
                + "hurdle; 0: none ever does", unit = "MUSD/week", def = "0", min = 0, max = 1e6, source = "assumption: off")
        double musdPerWeekPerPoint,
        @Param(meaning = "Discount of public sales to FMV above which money sets out", unit = "share", def = "0.20", min = -10,
                max = 1, source = "assumption: a year's return as distressed funds ask for it") double hurdle,
        @Param(meaning = "Time from setting out to the first bid: raising, diligence, storage", unit = "weeks", def = "13",
                min = 1, max = 1000, source = "assumption: as the funds that are there already, a quarter") int delayWeeks,
        @Param(meaning = "Most money that sets out in all", unit = "MUSD", def = "5000", min = 0, max = 1e7,
                source = "assumption") double capMusd,
        @Param(meaning = "Kind of buyer that is given the money, in equal parts; where there are none nobody enters",
                def = "distressed-fund", source = "assumption") String kind,
        @Param(meaning = "Storage that comes with the money, where the kind resells", unit = "GPUs/MUSD", def = "50", min = 0,
                max = 1e6, source = "assumption: 5,000 GPUs for 100 MUSD, as of distressed funds") double storageGpusPerMusd,
        @Param(meaning = "What is still remembered of a week's sales a week later; larger sales count for more", unit = "share",
                def = "0.8", min = 0, max = 1, source = "assumption: half of it after three weeks") double memory) {
}
