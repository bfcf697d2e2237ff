package firesale.gui.charts;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * A list that never changes and of which a longer one is made at the cost of what is added: lists of one line of growth share their
 * store. Each may be grown once only, by one thread; any thread may read.
 */
final class Rows<T> extends AbstractList<T> implements RandomAccess {

    private final Object[] store;
    private final int size;

    private Rows(Object[] store, int size) {
        this.store = store;
        this.size = size;
    }

    static <T> Rows<T> none() {
        return new Rows<>(new Object[32], 0);
    }

    /** These rows and more. */
    Rows<T> and(List<T> more) {
        Object[] room = size + more.size() <= store.length ? store : Arrays.copyOf(store, 2 * (size + more.size()));
        for (int i = 0; i < more.size(); i++) {
            room[size + i] = more.get(i);
        }
        return new Rows<>(room, size + more.size());
    }

    @Override
    @SuppressWarnings("unchecked")
    public T get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return (T) store[index];
    }

    @Override
    public int size() {
        return size;
    }
}
