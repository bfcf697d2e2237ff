package firesale.auction;

import java.util.Arrays;

/** A binary heap of bids (price, owner, units), the highest price on top; primitive, for millions of bids. */
final class HighestFirst {

    private int size;
    private long[] key = new long[64];
    private int[] owner = new int[64];
    private long[] units = new long[64];

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    long topKey() {
        return key[0];
    }

    int topOwner() {
        return owner[0];
    }

    long topUnits() {
        return units[0];
    }

    void push(long price, int ofOwner, long unitCount) {
        if (size == key.length) {
            key = Arrays.copyOf(key, 2 * size);
            owner = Arrays.copyOf(owner, 2 * size);
            units = Arrays.copyOf(units, 2 * size);
        }
        int at = size++;
        while (at > 0 && key[(at - 1) / 2] < price) {
            copy((at - 1) / 2, at);
            at = (at - 1) / 2;
        }
        put(at, price, ofOwner, unitCount);
    }

    void pop() {
        size--;
        long price = key[size];
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && key[child + 1] > key[child]) {
                child++;
            }
            if (key[child] <= price) {
                break;
            }
            copy(child, at);
            at = child;
        }
        put(at, price, owner[size], units[size]);
    }

    private void copy(int from, int to) {
        key[to] = key[from];
        owner[to] = owner[from];
        units[to] = units[from];
    }

    private void put(int at, long price, int ofOwner, long unitCount) {
        key[at] = price;
        owner[at] = ofOwner;
        units[at] = unitCount;
    }
}
