package firesale.gui.map;

import firesale.gui.view.Ink;
import firesale.gui.view.Numbers;
import firesale.gui.view.Text;
import firesale.report.Palette;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Machines on their way from the shelf to who took them. */
final class FlightPainter {

    private static final int MOST_LABELS = 3;
    private static final long WORTH_A_LABEL = 200;

    private FlightPainter() {
    }

    static void draw(Graphics2D sheet, MapScene now) {
        int week = now.moment().week();
        for (MapScene.Path path : now.flights()) {
            double strength = path.flight().strength(week);
            QuadCurve2D.Double curve = curve(path);
            boolean isScrap = path.flight().taker().equals("scrap");
            Color colour = isScrap ? Palette.BLACK : Palette.VERMILION;
            sheet.setColor(Ink.through(colour, 0.15 + 0.5 * strength));
            sheet.setStroke(Ink.line(Math.max(0.8, Math.min(8, now.machines().of(path.flight().gpus()) / 3))));
            QuadCurve2D.Double flown = part(curve, path.flight().way(week));
            sheet.draw(flown);
            double side = Math.max(4, Math.min(16, now.machines().of(path.flight().gpus())));
            if (path.flight().way(week) < 1) {
                sheet.setColor(colour);
                sheet.fill(new Rectangle2D.Double(flown.x2 - side / 2, flown.y2 - side / 2, side, side));
                sheet.setColor(Color.WHITE);
                sheet.setStroke(Ink.line(0.8));
                sheet.draw(new Rectangle2D.Double(flown.x2 - side / 2, flown.y2 - side / 2, side, side));
            } else {
                double ring = path.toRadius() + 3;
                sheet.setColor(Ink.through(colour, Math.max(0.25, strength)));
                sheet.setStroke(Ink.line(1.8));
                sheet.draw(new Ellipse2D.Double(path.toX() - ring, path.toY() - ring, 2 * ring, 2 * ring));
            }
        }
        labels(sheet, now, week);
    }

    /** Says of the largest what they are, none over another. */
    private static void labels(Graphics2D sheet, MapScene now, int week) {
        List<Rectangle2D> taken = new ArrayList<>();
        sheet.setFont(Ink.BOLD);
        FontMetrics metrics = sheet.getFontMetrics();
        for (int i = now.flights().size() - 1; i >= 0 && taken.size() < MOST_LABELS; i--) {
            MapScene.Path path = now.flights().get(i);
            Flights.Flight flight = path.flight();
            if (flight.gpus() < WORTH_A_LABEL || week - flight.week() > 3) {
                continue;
            }
            boolean isScrap = flight.taker().equals("scrap");
            String text = Numbers.gpus(flight.gpus()) + (isScrap ? " scrapped" : " to " + one(flight.taker()) + ", "
                    + Numbers.againstFmv(flight.usd() / flight.fmvUsd()));
            QuadCurve2D.Double flown = part(curve(path), flight.way(week));
            double width = metrics.stringWidth(text);
            double x = Math.max(Sheet.PLOT_LEFT + 2, Math.min(Sheet.PLOT_RIGHT - width - 4, flown.x2 + 10));
            double y = Math.max(Sheet.PLOT_TOP + 24, Math.min(Sheet.PLOT_BOTTOM - 3, flown.y2 - 6));
            Rectangle2D.Double box = new Rectangle2D.Double(x - 3, y - 11, width + 6, 15);
            if (taken.stream().noneMatch(box::intersects)) {
                taken.add(box);
                sheet.setColor(Ink.through(Color.WHITE, 0.88));
                sheet.fill(box);
                sheet.setColor(isScrap ? Palette.INK : Palette.VERMILION.darker());
                Text.write(sheet, text, x, y);
            }
        }
    }

    /** Who took machines, as one of a kind: a neocloud, an enterprise. */
    static String one(String taker) {
        return switch (taker) {
            case "ai-lab" -> "an AI lab";
            case "research" -> "a research site";
            case "standby" -> "standby money";
            case "vendor" -> "the vendor";
            default -> (taker.matches("(?i)[aeio].*") ? "an " : "a ") + taker.replace('-', ' ');
        };
    }

    private static QuadCurve2D.Double curve(MapScene.Path path) {
        double midX = (path.fromX() + path.toX()) / 2;
        double lift = Math.min(path.fromY(), path.toY()) - 18;
        return new QuadCurve2D.Double(path.fromX(), path.fromY(), midX * 0.5 + path.fromX() * 0.5, Math.max(Sheet.PLOT_TOP + 12,
                lift),
                path.toX(), path.toY());
    }

    /** The first part of a curve. */
    private static QuadCurve2D.Double part(QuadCurve2D.Double whole, double share) {
        double ax = whole.x1 + (whole.ctrlx - whole.x1) * share;
        double ay = whole.y1 + (whole.ctrly - whole.y1) * share;
        double bx = whole.ctrlx + (whole.x2 - whole.ctrlx) * share;
        double by = whole.ctrly + (whole.y2 - whole.ctrly) * share;
        return new QuadCurve2D.Double(whole.x1, whole.y1, ax, ay, ax + (bx - ax) * share, ay + (by - ay) * share);
    }
}
