package firesale.gui;

import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests where no window can be opened, and says so; where a display is required they fail instead. */
public final class NeedsDisplay implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!GraphicsEnvironment.isHeadless()) {
            return ConditionEvaluationResult.enabled("there is a display");
        } else if (Arrays.asList(System.getProperty("firesale.require", "").split(",")).contains("display")) {
            throw new AssertionError("a display is required but not there");
        }
        return ConditionEvaluationResult.disabled("no display: DISPLAY is not set; start Xvfb to run these tests");
    }
}
