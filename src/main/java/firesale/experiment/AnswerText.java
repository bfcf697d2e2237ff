package firesale.experiment;

/** {@code answer.md}: the summary with its question, to be kept and shown. */
final class AnswerText {

    private AnswerText() {
    }

    static String of(Plan plan, String summary) {
        String pictures = "Charts, where they were drawn, are in [charts](charts).";
        return "# " + plan.name() + "\n\n" + plan.question() + "\n\n```\n" + summary + "```\n\n" + pictures + "\n";
    }
}
