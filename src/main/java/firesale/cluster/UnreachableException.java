package firesale.cluster;

import java.io.IOException;

/** The scheduler gave no answer in time, or its client could not talk to it; says nothing of the jobs. */
public final class UnreachableException extends IOException {

    private static final long serialVersionUID = 1L;

    /** The first line of what the client said, without its own name. */
    public String reason() {
        return String.valueOf(getMessage()).lines().findFirst().orElse("no words").replaceFirst("^s\\w+: (error|fatal): ", "");
    }

    UnreachableException(String message) {
        super(message);
    }
}
