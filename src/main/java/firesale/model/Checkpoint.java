package firesale.model;

import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.ParameterSchema;
import firesale.kernel.parameters.Settings;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * What a checkpoint file holds instead of the whole object graph: enough to run to the same week again, which gives the same
 * state to the bit. About a hundred bytes.
 *
 * @param format     version of this record
 * @param parameters settings {@code path=value} that differ from the defaults, one a line
 * @param inputs     hashes of the files that the parameters name, one a line
 * @param seed       the model's seed
 * @param job        MASON's job number
 * @param steps      how many weeks were simulated
 */
public record Checkpoint(int format, String parameters, String inputs, long seed, long job, long steps) implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int FORMAT = 1;
    private static final int LARGEST_BYTES = 1 << 20;

    /** The state of a run as a checkpoint. */
    static Checkpoint of(FireSale run) {
        ParameterSchema<ModelParameters> schema = ParameterSchema.of(ModelParameters.class);
        return new Checkpoint(FORMAT, differences(schema, run.parameters()), hashes(schema, run.parameters()), run.modelSeed(),
                run.job(), Math.max(0, run.schedule.getSteps()));
    }

    private static String differences(ParameterSchema<ModelParameters> schema, ModelParameters parameters) {
        Path here = Path.of("");
        List<ParameterSchema.Assignment> defaults = schema.effective(schema.defaults(), here);
        Map<String, String> usual = new LinkedHashMap<>();
        defaults.forEach(value -> usual.put(value.path(), value.text()));
        List<String> different = new ArrayList<>();
        for (ParameterSchema.Assignment value : schema.effective(parameters, here)) {
            if (!value.text().equals(usual.get(value.path()))) {
                different.add(value.path() + "=" + value.text());
            }
        }
        return String.join("\n", different);
    }

    private static String hashes(ParameterSchema<ModelParameters> schema, ModelParameters parameters) {
        List<String> hashes = new ArrayList<>();
        for (ParameterSchema.Input input : schema.inputs(parameters)) {
            hashes.add(input.path() + " " + input.file().sha256());
        }
        return String.join("\n", hashes);
    }

    /** Called by Java's serialisation: runs to the week of the checkpoint. */
    private Object readResolve() {
        return restore();
    }

    /**
     * The run that was saved, at the week in which it was saved.
     *
     * @throws InputException if it was saved by another format, or its parameters or files are no longer what they were
     */
    FireSale restore() {
        if (format != FORMAT) {
            throw new InputException("the checkpoint has format " + format + ", but this program reads format " + FORMAT);
        }
        ParameterSchema<ModelParameters> schema = ParameterSchema.of(ModelParameters.class);
        ModelParameters values = schema.bind(Settings.ofArguments(parameters.lines().toList()));
        if (!hashes(schema, values).equals(inputs)) {
            throw new InputException("a file that the checkpoint's parameters name has changed since:\n" + inputs);
        }
        if (steps < 0 || steps > values.time().horizon()) {
            throw new InputException("the checkpoint names week " + steps + ", but its run has at most "
                    + values.time().horizon());
        }
        FireSale run = new FireSale(Scenario.of(values), seed, EnumSet.noneOf(Recording.class));
        run.setJob(job);
        run.start();
        while (run.schedule.getSteps() < steps && run.schedule.step(run)) {
            continue;
        }
        return run;
    }

    /**
     * Reads a checkpoint file without letting anything but this record into the program.
     *
     * @throws InputException if the file cannot be read, or is damaged, forged or not a checkpoint, saying which
     */
    public static FireSale read(Path file) {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream unpacked = new GZIPInputStream(raw);
                ObjectInputStream in = new ObjectInputStream(unpacked)) {
            in.setObjectInputFilter(Checkpoint::allow);
            // the checksum stands at the end: only who reads so far learns that a bit was flipped
            if (in.readObject() instanceof FireSale run && unpacked.read() < 0) {
                return run;
            }
        } catch (InputException e) {
            throw new InputException(file + ": " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new InputException(file + ": there is no such file", e);
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            throw new InputException(file + ": not a checkpoint of this program, or damaged", e);
        }
        throw new InputException(file + ": not a checkpoint of this program, or damaged");
    }

    private static ObjectInputFilter.Status allow(ObjectInputFilter.FilterInfo info) {
        if (info.depth() > 3 || info.references() > 20 || info.streamBytes() > LARGEST_BYTES || info.arrayLength() >= 0) {
            return ObjectInputFilter.Status.REJECTED;
        }
        Class<?> type = info.serialClass();
        // the run is what the record is replaced by; a stream that holds a run itself is refused by FireSale
        boolean known = type == null || type == Checkpoint.class || type == Record.class || type == String.class
                || type == FireSale.class;
        return known ? ObjectInputFilter.Status.ALLOWED : ObjectInputFilter.Status.REJECTED;
    }
}
