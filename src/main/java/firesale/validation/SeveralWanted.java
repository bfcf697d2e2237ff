package firesale.validation;

import firesale.auction.Bidding;
import firesale.auction.Format;
import firesale.auction.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Two bidders want two units each at flat values, two units are sold: who holds back, and what the formats earn. */
final class SeveralWanted {

    private static final String TOPIC = "two units for two who want both";
    private static final String VALUES = "values uniform on [0.5,1]";
    private static final String AUSUBEL = "Ausubel, Cramton and others 2014";

    private SeveralWanted() {
    }

    static List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        double twiceTheLower = 2 * (0.5 + 0.5 / 3);
        Supplier<SaleRoom> held = () -> new SaleRoom(Format.UNIFORM_PRICE.kernel(Rules.plain().with(Bidding.STRATEGIC)));
        checks.add(check("uniform-price revenue, demand reduced", VALUES, 0, held, SaleRoom::sell));
        checks.add(check("uniform-price, one unit each", "share of sales, demand reduced", 1, held, room -> {
            room.sell();
            return room.units(0) == 1 && room.units(1) == 1 ? 1 : 0;
        }));
        checks.add(check("uniform-price revenue, truthful", VALUES, twiceTheLower,
                () -> SaleRoom.truthful(Format.UNIFORM_PRICE), SaleRoom::sell));
        checks.add(check("multi-unit-vickrey revenue", VALUES, twiceTheLower,
                () -> SaleRoom.truthful(Format.MULTI_UNIT_VICKREY), SaleRoom::sell));
        checks.add(check("ausubel-clock revenue", VALUES, twiceTheLower,
                () -> SaleRoom.truthful(Format.AUSUBEL_CLOCK), SaleRoom::sell));
        // flat values make the sale one of a pair, so that bids are those of a first-price sale: the mean of value and 1/2
        checks.add(check("pay-as-bid revenue", VALUES + ", equilibrium", twiceTheLower,
                () -> SaleRoom.equilibrium(Format.PAY_AS_BID, 0.5, 1), SaleRoom::sell));
        return checks;
    }

    private static Check check(String name, String conditions, double expected, Supplier<SaleRoom> rooms,
            ToDoubleFunction<SaleRoom> result) {
        return Check.drawn(TOPIC, name, conditions, AUSUBEL, expected, () -> {
            SaleRoom room = rooms.get();
            return random -> {
                room.empty().lot(2, 0).bidder(random.uniform(0.5, 1), 2).bidder(random.uniform(0.5, 1), 2);
                return result.applyAsDouble(room);
            };
        });
    }
}
