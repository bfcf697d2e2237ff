package firesale.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules of the house that a compiler does not check. Each names what it looks at, so that none can pass on nothing. */
class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("firesale");

    private static final String[] FROM_MODEL_DOWN = {"firesale.model..", "firesale.credit..", "firesale.buyers..", "firesale.repo..",
        "firesale.policy..", "firesale.auction..", "firesale.valuation..", "firesale.hardware..", "firesale.world..", "firesale.kernel.."};
    /** Reading input files comes before a run; the numbers of a run come from below. */
    private static final String[] THE_RUN = {"firesale.model..", "firesale.credit..", "firesale.buyers..", "firesale.repo..",
        "firesale.policy..", "firesale.auction..", "firesale.valuation..", "firesale.hardware..", "firesale.world..",
        "firesale.kernel.random..", "firesale.kernel.books..", "firesale.kernel.numerics.."};
    private static final List<List<String>> ROOMS = List.of(
            List.of("cli", "gui"),
            List.of("cluster", "report"),
            List.of("experiment", "analysis", "validation", "api"),
            List.of("model"),
            List.of("credit", "buyers", "repo", "policy"),
            List.of("auction"),
            List.of("valuation", "hardware", "world"),
            List.of("kernel"));
    /** Types of static fields that cannot change, beside primitives, strings and enums. */
    private static final Set<String> IMMUTABLE = Set.of("java.util.List", "java.util.Set", "java.util.Map", "java.util.regex.Pattern",
            "java.math.BigDecimal", "java.math.BigInteger", "java.time.LocalDate", "java.util.Locale", "java.nio.charset.Charset",
            "java.lang.invoke.MethodHandle", "com.fasterxml.jackson.databind.ObjectMapper", "java.util.Comparator",
            "java.time.Duration", "java.awt.Color", "java.awt.Font", "java.awt.BasicStroke", "java.awt.Stroke", "java.time.format.DateTimeFormatter");

    @Test
    void everyRoomIsFound() {
        for (String room : List.of("model", "credit", "buyers", "auction", "valuation", "hardware", "world", "kernel")) {
            assertThat(CLASSES.stream().filter(c -> c.getPackageName().startsWith("firesale." + room)).count()).as(room).isPositive();
        }
    }

    @Test
    void arrowsPointDown() {
        Map<String, Integer> floor = new HashMap<>();
        for (int level = 0; level < ROOMS.size(); level++) {
            for (String room : ROOMS.get(level)) {
                floor.put(room, level);
            }
        }
        Set<String> unknown = new HashSet<>();
        Set<String> upwards = new HashSet<>();
        int looked = 0;
        for (JavaClass from : CLASSES) {
            Integer here = floor.get(room(from));
            if (here == null) {
                unknown.add(from.getName());
                continue;
            }
            for (var dependency : from.getDirectDependenciesFromSelf()) {
                JavaClass to = dependency.getTargetClass();
                if (to.getPackageName().startsWith("firesale.") && floor.containsKey(room(to))) {
                    looked++;
                    if (floor.get(room(to)) < here) {
                        upwards.add(from.getName() + " -> " + to.getName());
                    }
                }
            }
        }
        assertThat(looked).isGreaterThan(500);
        assertThat(unknown).as("classes in no room").isEmpty();
        assertThat(upwards).as("arrows that point up").isEmpty();
    }

    private static String room(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length < 2 ? "" : parts[1];
    }

    @Test
    void noCycles() {
        ArchRule rule = slices().matching("firesale.(**)").should().beFreeOfCycles()
                // shipped tables are read as CSV, whose cells are read as parameters are: the two are one room
                .ignoreDependency(resideInAnyPackage("firesale.kernel.parameters"), resideInAnyPackage("firesale.kernel.table"));
        rule.check(CLASSES);
    }

    @Test
    void auctionIsPure() {
        ArchRule rule = noClasses().that().resideInAPackage("firesale.auction..").should().dependOnClassesThat(
            resideInAnyPackage("firesale.buyers..", "firesale.credit..", "firesale.world..", "firesale.hardware..", "firesale.valuation..",
                    "firesale.kernel.random..", "firesale.kernel.books..", "sim.."));
        rule.check(CLASSES);
    }

    @Test
    void noStaticState() {
        ArchRule rule = fields().that().areStatic().should(new ArchCondition<JavaField>("be final and immutable") {
        @Override
        public void check(JavaField field, ConditionEvents events) {
            JavaClass type = field.getRawType();
            boolean synthetic = field.getModifiers().contains(JavaModifier.SYNTHETIC);
            boolean immutable = type.isPrimitive() || type.isEquivalentTo(String.class) || type.isEnum() || type.isRecord()
                    || IMMUTABLE.contains(type.getName()) || ownAndFinal(type);
            boolean fine = synthetic || field.getModifiers().contains(JavaModifier.FINAL) && immutable;
            events.add(new SimpleConditionEvent(field, fine, field.getFullName() + " of type " + type.getName()));
        }
    });
        rule.check(CLASSES);
    }

    /** A class of this program whose own fields are all final and, one by one, fit to be shared. */
    private static boolean ownAndFinal(JavaClass type) {
        return type.getPackageName().startsWith("firesale")
                && type.getFields().stream().allMatch(f -> f.getModifiers().contains(JavaModifier.FINAL));
    }

    /** A static list may be a {@code List.of}; what a static initialiser makes with a constructor could be changed later. */
    @Test
    void noStaticCollectionThatCanChange() {
        int looked = 0;
        for (JavaClass type : CLASSES) {
            boolean holds = type.getFields().stream().anyMatch(field -> field.getModifiers().contains(JavaModifier.STATIC)
                    && (field.getRawType().isAssignableTo(java.util.Collection.class) || field.getRawType().isAssignableTo(Map.class)));
            if (holds) {
                looked++;
                assertThat(type.getStaticInitializer().get().getConstructorCallsFromSelf()).as("%s", type.getName())
                        .noneMatch(call -> call.getTargetOwner().getName().matches("java\\.util\\.(concurrent\\.)?\\w*(List|Map|Set|Deque|Vector|Queue)"));
            }
        }
        assertThat(looked).isPositive();
    }

    @Test
    void strictMath() {
        ArchRule rule = noClasses().that().resideInAnyPackage(FROM_MODEL_DOWN).should().callMethodWhere(
            target(owner(assignableTo(Math.class))).and(target(nameMatching(
                    "exp|expm1|log|log1p|log10|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|cbrt|hypot"))));
        rule.check(CLASSES);
    }

    @Test
    void noPowInLoops() {
        ArchRule rule = noClasses().that().resideInAnyPackage(THE_RUN).should().callMethodWhere(
            target(owner(assignableTo(StrictMath.class))).and(target(nameMatching("pow"))));
        rule.check(CLASSES);
    }

    @Test
    void noHashOrder() {
        ArchRule rule = noClasses().that().resideInAnyPackage(THE_RUN)
            .should().callConstructorWhere(target(owner(nameMatching("java\\.util\\.(Hash(Map|Set|table)|IdentityHashMap|WeakHashMap|concurrent\\..*)"))))
            .orShould().callMethodWhere(target(owner(nameMatching("java\\.util\\.(Map|Set)"))).and(target(nameMatching("of|ofEntries|copyOf"))))
            .orShould().callMethodWhere(target(owner(nameMatching("java\\.util\\.stream\\.Collectors")))
                    .and(target(nameMatching("toSet|toMap|groupingBy|toUnmodifiableSet|toUnmodifiableMap|groupingByConcurrent"))));
        rule.check(CLASSES);
    }

    @Test
    void noOtherChanceOrClock() {
        ArchRule rule = noClasses().that().resideInAnyPackage(THE_RUN).should().dependOnClassesThat(
            nameMatching("java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)|ec\\.util\\..*|java\\.time\\.(Clock|Instant)"))
            .orShould().callMethodWhere(target(nameMatching("currentTimeMillis|nanoTime|identityHashCode|random|now")));
        rule.check(CLASSES);
    }

    @Test
    void localeIsNamed() {
        ArchRule rule = noClasses().should().callMethodWhere(withoutLocale());
        rule.check(CLASSES);
    }

    private static DescribedPredicate<JavaCall<?>> withoutLocale() {
        return new DescribedPredicate<>("format or change case without a locale") {
            @Override
            public boolean test(JavaCall<?> call) {
                String owner = call.getTargetOwner().getName();
                String name = call.getName();
                List<JavaClass> parameters = call.getTarget().getRawParameterTypes();
                boolean named = !parameters.isEmpty() && parameters.get(0).isEquivalentTo(Locale.class);
                boolean text = owner.equals("java.lang.String") && (name.equals("format") || name.equals("formatted")
                        || name.equals("toLowerCase") || name.equals("toUpperCase"));
                boolean stream = (owner.equals("java.io.PrintStream") || owner.equals("java.io.PrintWriter"))
                        && (name.equals("printf") || name.equals("format"));
                return (text || stream) && !named;
            }
        };
    }

    @Test
    void onlyTheCommandLineTalks() {
        ArchRule rule = noClasses().that().resideOutsideOfPackage("firesale.cli..")
            // processes of their own, and the end of a process that was told twice to stop
            .and().doNotHaveSimpleName("DuckDbScript").and().doNotHaveSimpleName("QueryProgram").and().doNotHaveSimpleName("Interruption")
            .should().callMethodWhere(target(nameMatching("exit|halt")).and(target(owner(nameMatching("java\\.lang\\.(System|Runtime)")))))
            .orShould().callMethodWhere(target(nameMatching("printStackTrace")))
            .orShould().accessFieldWhere(JavaFieldAccess.Predicates.target(
                    nameMatching("out|err")).and(JavaFieldAccess.Predicates.target(owner(assignableTo(System.class)))));
        rule.check(CLASSES);
    }

    @Test
    void masonAtTheEdges() {
        ArchRule rule = noClasses().that().resideOutsideOfPackages("firesale.model..", "firesale.gui..")
            .should().dependOnClassesThat(resideInAnyPackage("sim..", "ec.."));
        rule.check(CLASSES);
    }

    @Test
    void publicTypesOfTheRunAreFinal() {
        ArchRule rule = classes().that().resideInAnyPackage(THE_RUN).and().areNotInterfaces()
            .and().areNotEnums().and().areTopLevelClasses()
            // what is open by design says so: nobody can make one, and each that there is, is final
            .and().doNotHaveModifier(JavaModifier.ABSTRACT).should().haveModifier(JavaModifier.FINAL);
        rule.check(CLASSES);
    }
}
