package org.waxwing.crypto;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What this module may never do, whoever writes in it.
@AnalyzeClasses(packages = "org.waxwing.crypto", importOptions = ImportOption.DoNotIncludeTests.class)
final class CryptoWallsTest {
    /// Adding a package here is a decision about the contract with the other modules.
    private static final Set<String> EXPORTS = Set.of(
            "org.waxwing.crypto",
            "org.waxwing.crypto.cert",
            "org.waxwing.crypto.dkim",
            "org.waxwing.crypto.gnupg",
            "org.waxwing.crypto.mime",
            "org.waxwing.crypto.page",
            "org.waxwing.crypto.policy",
            "org.waxwing.crypto.secret",
            "org.waxwing.crypto.sop");

    @ArchTest
    static final ArchRule NO_NETWORK_NO_DISK = noClasses()
            .should()
            .dependOnClassesThat(networkOrDisk())
            .because("bytes come in and bytes and verdicts go out, so opening a letter can reach nothing");

    @ArchTest
    static final ArchRule NO_LOG = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.System$Logger")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("everything here is private");

    @ArchTest
    static final ArchRule NO_CLOCK = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.Clock.class, "systemUTC")
            .orShould()
            .callMethod(java.time.Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .because("time comes in as a parameter, so that a verdict can be tested at any date");

    @ArchTest
    static final ArchRule NO_RANDOMNESS_OF_ITS_OWN = noClasses()
            .should()
            .callConstructor(java.security.SecureRandom.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .because("one source of randomness is passed in");

    @ArchTest
    static final ArchRule OPENPGP_STAYS_IN_ITS_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage("org.waxwing.crypto.openpgp..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bouncycastle.openpgp..", "org.bouncycastle.bcpg..")
            .because("what Bouncy Castle means by a key or a verdict must not spread");

    @ArchTest
    static final ArchRule CMS_STAYS_IN_ITS_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage("org.waxwing.crypto.smime..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bouncycastle.cms..", "org.bouncycastle.cert..", "org.bouncycastle.mail..")
            .because("what Bouncy Castle means by a key or a verdict must not spread");

    @ArchTest
    static final ArchRule NO_BOUNCY_CASTLE_IN_SIGNATURES = noMethods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(EXPORTS.toArray(String[]::new))
            .should()
            .haveRawReturnType(DescribedPredicate.describe(
                    "from Bouncy Castle", type -> type.getPackageName().startsWith("org.bouncycastle")))
            .because("no other module may need to read Bouncy Castle");

    @ArchTest
    static final ArchRule NO_STATIC_STATE =
            fields().that().areStatic().should().beFinal().because("two profiles may be open in one process");

    @ArchTest
    static final ArchRule NO_SLEEP =
            noClasses().should().callMethod(Thread.class, "sleep", long.class).because("nothing here waits");

    @ArchTest
    static final ArchRule CONTENT_IS_NEVER_PRINTED = classes()
            .that(DescribedPredicate.describe("hold secrets or content", CryptoWallsTest::holdsContent))
            .should(declareToString())
            .because("a record's own toString would put a passphrase or a letter into a log");

    @ArchTest
    static final ArchRule NAMES_SAY_SOMETHING = noClasses()
            .should()
            .haveSimpleNameContaining("Util")
            .orShould()
            .haveSimpleNameContaining("Helper")
            .orShould()
            .haveSimpleNameContaining("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .because("a name that fits everything says nothing");

    @ArchTest
    static final ArchRule NO_TYPE_IS_JUST_A_KEY = noClasses()
            .that()
            .areTopLevelClasses()
            .should()
            .haveSimpleName("Key")
            .orShould()
            .haveSimpleName("Envelope")
            .orShould()
            .haveSimpleName("Signature")
            .because("each of these words means five things here; a nested type is told by its parent's name");

    @Test
    void exportsExactlyTheWrittenPackages() {
        ModuleDescriptor module = Opener.class.getModule().getDescriptor();
        assertEquals(
                EXPORTS,
                module.exports().stream().map(ModuleDescriptor.Exports::source).collect(Collectors.toSet()));
        assertEquals(Set.of(), module.opens());
    }

    private static DescribedPredicate<JavaClass> networkOrDisk() {
        List<String> packages = List.of("java.net", "javax.net", "java.nio.file", "java.nio.channels");
        return DescribedPredicate.describe("reach the network or the disk", type -> {
            // IDN turns a domain into A-labels and asks nobody.
            boolean computes = type.getName().equals("java.net.IDN");
            boolean file =
                    type.getName().startsWith("java.io.File") && !type.getName().endsWith("FileNotFoundException");
            return file || (!computes && packages.stream().anyMatch(type.getPackageName()::startsWith));
        });
    }

    private static boolean holdsContent(JavaClass type) {
        String name = type.getSimpleName();
        boolean concrete = !type.isInterface() && !type.isEnum() && !type.isAnonymousClass() && !type.isNestedClass();
        boolean content = name.endsWith("Payload")
                || name.endsWith("Message")
                || name.endsWith("Letter")
                || name.endsWith("Content")
                || name.endsWith("File")
                || name.endsWith("Fields");
        boolean values = !type.getAllFields().stream()
                .allMatch(field -> field.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC));
        return concrete && values && (content || type.getPackageName().equals("org.waxwing.crypto.secret"));
    }

    private static ArchCondition<JavaClass> declareToString() {
        return new ArchCondition<>("declare a toString of their own") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean declared = type.tryGetMethod("toString").isPresent();
                events.add(new SimpleConditionEvent(type, declared, type.getName() + " declares no toString"));
            }
        };
    }
}
