package firesale.gui.view;

import firesale.model.FireSale;
import java.util.List;
import sim.portrayal.Inspector;
import sim.portrayal.SimpleInspector;
import sim.util.Properties;

/** The figures of one thing as MASON's inspectors take them: read only, looked up anew after each week. */
public final class Card extends Properties {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 60;

    private final transient Stage stage;
    private final transient List<Figure> figures;

    private Card(Stage stage, String name, List<Figure> figures) {
        this.stage = stage;
        this.figures = List.copyOf(figures);
        this.object = name;
    }

    /** An inspector of the figures. */
    public static Inspector inspector(Stage stage, String name, List<Figure> figures) {
        Inspector inspector = new SimpleInspector(new Card(stage, name, figures), stage.gui(), name, MOST);
        inspector.setTitle(name);
        return inspector;
    }

    @Override
    public boolean isVolatile() {
        return false;
    }

    @Override
    public int numProperties() {
        return figures.size();
    }

    @Override
    public Object getValue(int index) {
        FireSale run = stage.run();
        synchronized (run.schedule) {
            // a run that has not begun has no figures
            return run.watch() == null ? "" : Numbers.rounded(figures.get(index).value().get());
        }
    }

    @Override
    public boolean isReadWrite(int index) {
        return false;
    }

    @Override
    public boolean isComposite(int index) {
        return false;
    }

    @Override
    public String getName(int index) {
        return figures.get(index).name();
    }

    @Override
    public String getDescription(int index) {
        return figures.get(index).meaning();
    }

    @Override
    public Class<?> getType(int index) {
        Object value = getValue(index);
        return value instanceof Double ? double.class : value instanceof Long ? long.class : String.class;
    }

    @Override
    protected Object _setValue(int index, Object value) {
        return null;
    }
}
