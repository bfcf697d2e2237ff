package firesale.gui;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests where no window can be opened, and says so; where a display is required they fail instead. */
public final class NeedsDisplay implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String obstacle = obstacle();
        if (obstacle.isEmpty()) {
            return ConditionEvaluationResult.enabled("there is a display");
        } else if (Arrays.asList(System.getProperty("firesale.require", "").split(",")).contains("display")) {
            throw new AssertionError("a display is required but not there: " + obstacle);
        }
        // Maven counts what was skipped but does not say why
        context.getRoot().getStore(ExtensionContext.Namespace.create(NeedsDisplay.class)).getOrComputeIfAbsent("said", key -> {
            System.out.println("Tests of windows are skipped: " + obstacle + "; start Xvfb to run them");
            return true;
        });
        return ConditionEvaluationResult.disabled(obstacle);
    }

    /** Why no window can be opened; empty if one can. */
    private static String obstacle() {
        if (GraphicsEnvironment.isHeadless()) {
            return "DISPLAY is not set";
        }
        try {
            return GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices().length > 0 ? "" : "there is no screen";
        } catch (AWTError | HeadlessException | LinkageError e) {
            // no server at DISPLAY, or a JDK without the part that opens windows
            return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
        }
    }
}
