package firesale.credit;

import firesale.kernel.parameters.InputFile;
import firesale.kernel.parameters.Param;
import java.util.Optional;

/** An own book, from CSV files, in place of borrowers, loans and lenders that are drawn. */
public record BookParameters(
        @Param(meaning = "CSV of borrowers, one row each, in place of drawn ones; needs loans", def = "none",
                source = "assumption: drawn") Optional<InputFile> borrowers,
        @Param(meaning = "CSV of machines with their loans, one row each, in place of drawn ones; needs borrowers", def = "none",
                source = "assumption: drawn") Optional<InputFile> loans,
        @Param(meaning = "CSV of lenders, one row each; the kinds in credit.lenders are then not used", def = "none",
                source = "assumption: drawn by kind") Optional<InputFile> lenders) {

    public BookParameters {
        requireOther("borrowers", borrowers, "loans", loans);
        requireOther("loans", loans, "borrowers", borrowers);
    }

    private static void requireOther(String name, Optional<InputFile> file, String otherName, Optional<InputFile> other) {
        if (file.isPresent() && other.isEmpty()) {
            throw new IllegalArgumentException(name + " is given, but " + otherName + " is not; borrowers and loans of an own "
                    + "book go together: set credit.book." + otherName + " too");
        }
    }
}
