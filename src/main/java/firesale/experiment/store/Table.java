package firesale.experiment.store;

import firesale.kernel.table.Column;
import java.util.List;

/**
 * A table of the result folder.
 *
 * @param name    the name of its file without the ending
 * @param columns in the order of the file
 */
public record Table(String name, List<Column<?>> columns) {

    /** The first line of the file, without its end. */
    public String header() {
        return CsvText.line(columns.stream().map(Column::name).toList());
    }

    public String fileName() {
        return name + ".csv";
    }

    /** The same table as Parquet. */
    public String parquetName() {
        return name + ".parquet";
    }
}
