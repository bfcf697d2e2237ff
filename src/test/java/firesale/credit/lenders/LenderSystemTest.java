package firesale.credit.lenders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.kernel.books.OutsideWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Capital, funding and who pays, by hand. */
class LenderSystemTest {

    private static final double YEAR = 365.25 / 7;
    private final OutsideWorld outside = new OutsideWorld();
    private final List<Lender> lenders = new ArrayList<>();

    private Lender lender(LenderFamily family, double gpuLoanShare, double capital, double minimum, double withdrawn,
            double liquid, long loans) {
        LenderType type = new LenderType(family.name(), family, 1, 1, gpuLoanShare, capital, minimum, 0.1, withdrawn, liquid);
        Lender lender = new Lender(lenders.size(), type, outside.money().open("lender"), CreditSupply.BY_CAPITAL);
        lender.hold(loans);
        lenders.add(lender);
        return lender;
    }

    private static double[] payers(LenderSystem system) {
        double[] cents = new double[Payer.values().length];
        system.payers(cents);
        return cents;
    }

    private static double of(LenderSystem system, Payer payer) {
        return payers(system)[payer.ordinal()];
    }

    /**
     * Capital is a tenth of assets, so funding is 0.9 of them; half of it leaves in a year of squeeze: 0.45 / 52.18 a week.
     * Liquid assets of 0.1 are gone in week 12 (11.6); after 20 weeks of squeeze the same comes back, and lending starts again
     * when 0.1 is left.
     */
    @Test
    void fundingLeavesInASqueezeAndComesBack() {
        Lender lender = lender(LenderFamily.PRIVATE_CREDIT, 1, 0.1, 0, 0.5, 0.1, 100_000);
        LenderSystem system = new LenderSystem(lenders, 0);
        for (int week = 1; week <= 20; week++) {
            system.closeWeek(true);
            assertThat(lender.withdrawnShare()).isCloseTo(week * 0.45 / YEAR, within(1e-12));
            assertThat(lender.isIlliquid()).as("week %s", week).isEqualTo(week >= 12);
            assertThat(lender.mustSell()).isEqualTo(week >= 12);
            assertThat(lender.lends()).isEqualTo(week < 12);
            assertThat(lender.wasForced()).isEqualTo(week >= 12);
        }
        for (int week = 1; week <= 20; week++) {
            system.closeWeek(false);
            assertThat(lender.withdrawnShare()).isCloseTo((20 - week) * 0.45 / YEAR, within(1e-12));
            assertThat(lender.mustSell()).isEqualTo(20 - week >= 12);
            assertThat(lender.supply()).isEqualTo(20 - week >= 12 ? 0 : 1);
        }
        system.closeWeek(false);
        assertThat(lender.withdrawnShare()).as("no more than there was").isZero();
        assertThat(lender.wasForced()).isTrue();
        assertThat(system.losses()).isZero();
    }

    @Test
    void noMoreLeavesThanThereIs() {
        Lender lender = lender(LenderFamily.PRIVATE_CREDIT, 1, 0.4, 0, 20, 0.7, 100_000);
        for (int week = 0; week < 10; week++) {
            lender.fund(true);
        }
        assertThat(lender.withdrawnShare()).isCloseTo(0.6, within(1e-12));
        assertThat(lender.isIlliquid()).as("liquid assets cover all funding").isFalse();
    }

    /**
     * Private credit with assets of 1,000 and capital of 100 loses 300: 200 beyond its capital. Banks have lent it a fifth of its
     * funding: 40, of which the bank with three times the assets bears 30 and the other 10.
     */
    @Test
    void banksBearTheirShareOfWhatPrivateCreditCannot() {
        Lender fund = lender(LenderFamily.PRIVATE_CREDIT, 1, 0.1, 0, 0, 1, 100_000);
        Lender large = lender(LenderFamily.BANK, 0.1, 0.1, 0.08, 0, 1, 30_000);
        Lender small = lender(LenderFamily.BANK, 0.1, 0.1, 0.08, 0, 1, 10_000);
        LenderSystem system = new LenderSystem(lenders, 0.2);
        fund.lose(30_000);
        system.closeWeek(true);
        assertThat(large.losses()).isEqualTo(3_000);
        assertThat(small.losses()).isEqualTo(1_000);
        assertThat(large.capitalRatio()).isCloseTo(0.09, within(1e-12));
        assertThat(system.passedToBanks()).isEqualTo(4_000);
        assertThat(system.losses()).as("each dollar once").isEqualTo(30_000);
        assertThat(of(system, Payer.PRIVATE_CREDIT)).isEqualTo(10_000);
        assertThat(of(system, Payer.BANKS)).isEqualTo(4_000);
        assertThat(of(system, Payer.FUNDERS)).isEqualTo(16_000);
        system.closeWeek(true);
        assertThat(system.passedToBanks()).as("once").isEqualTo(4_000);
        fund.lose(-5_000);
        system.closeWeek(true);
        assertThat(system.passedToBanks()).as("it shares what comes back, too").isEqualTo(3_000);
        fund.lose(-20_000);
        system.closeWeek(true);
        assertThat(system.passedToBanks()).isZero();
        assertThat(of(system, Payer.PRIVATE_CREDIT)).isEqualTo(5_000);
        assertThat(of(system, Payer.FUNDERS)).isZero();
    }

    /** A loss within the capital stays there. A bank whose own capital is gone passes the rest to those who fund it. */
    @Test
    void capitalComesFirst() {
        Lender fund = lender(LenderFamily.PRIVATE_CREDIT, 1, 0.1, 0, 0, 1, 100_000);
        Lender bank = lender(LenderFamily.BANK, 1, 0.1, 0.08, 0, 1, 20_000);
        LenderSystem system = new LenderSystem(lenders, 1);
        fund.lose(9_999);
        system.closeWeek(false);
        assertThat(bank.losses()).isZero();
        fund.lose(5_001);
        system.closeWeek(false);
        // 5,000 beyond the fund's capital, of which 2,000 are the bank's capital
        assertThat(bank.losses()).isEqualTo(5_000);
        assertThat(bank.mustSell()).isTrue();
        assertThat(of(system, Payer.PRIVATE_CREDIT)).isEqualTo(10_000);
        assertThat(of(system, Payer.BANKS)).isEqualTo(2_000);
        assertThat(of(system, Payer.FUNDERS)).isEqualTo(3_000);
        assertThat(system.losses()).isEqualTo(15_000);
    }

    /** Without banks nothing is passed on. Investors of asset-backed paper bear all of it, a vendor its capital. */
    @Test
    void otherFamilies() {
        Lender fund = lender(LenderFamily.PRIVATE_CREDIT, 1, 0.1, 0, 0, 1, 100_000);
        Lender paper = lender(LenderFamily.ASSET_BACKED, 1, 0.1, 0, 0, 1, 100_000);
        Lender vendor = lender(LenderFamily.VENDOR, 1, 0.5, 0, 0, 1, 10_000);
        LenderSystem system = new LenderSystem(lenders, 0.5);
        fund.lose(30_000);
        paper.lose(60_000);
        vendor.lose(8_000);
        system.closeWeek(true);
        assertThat(system.passedToBanks()).isZero();
        assertThat(of(system, Payer.ASSET_BACKED)).isEqualTo(60_000);
        assertThat(of(system, Payer.VENDOR)).isEqualTo(5_000);
        assertThat(of(system, Payer.FUNDERS)).isEqualTo(20_000 + 3_000);
        assertThat(DoubleStream.of(payers(system)).sum()).isEqualTo(98_000);
    }

    /**
     * Whatever is lost and got back, week by week: parts sum to the total, and the banks' share is that of what is beyond
     * capital.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyDollarOnce(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 100; run++) {
            lenders.clear();
            LenderFamily[] families = LenderFamily.values();
            for (int i = 0; i < 6; i++) {
                lender(families[random.nextInt(families.length)], 0.1 + 0.9 * random.nextDouble(), 0.3 * random.nextDouble(), 0,
                        0, 1, 1 + random.nextInt(1_000_000));
            }
            double share = random.nextDouble();
            LenderSystem system = new LenderSystem(lenders, share);
            long lost = 0;
            for (int week = 0; week < 30; week++) {
                long loss = random.nextInt(200_000) - 50_000;
                lenders.get(random.nextInt(6)).lose(loss);
                lost += loss;
                system.closeWeek(random.nextBoolean());
                assertThat(system.losses()).isEqualTo(lost);
                assertThat(DoubleStream.of(payers(system)).sum()).isCloseTo(lost, within(1e-6));
                assertThat(of(system, Payer.FUNDERS)).isGreaterThan(-4);
                double beyond = lenders.stream().filter(l -> l.type().family() == LenderFamily.PRIVATE_CREDIT)
                        .mapToDouble(Lender::lossesBeyondCapital).sum();
                boolean banks = lenders.stream().anyMatch(l -> l.type().family() == LenderFamily.BANK);
                assertThat((double) system.passedToBanks()).isCloseTo(banks ? share * beyond : 0, within(3.0));
            }
        }
    }
}
