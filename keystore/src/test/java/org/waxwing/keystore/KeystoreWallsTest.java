package org.waxwing.keystore;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.waxwing.keystore", importOptions = ImportOption.DoNotIncludeTests.class)
final class KeystoreWallsTest {
    @ArchTest
    static final ArchRule SQL_STAYS_IN_ITS_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage("org.waxwing.keystore.sqlite..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.sqlite..")
            .because("what is sealed and what is not is decided in one package");

    @ArchTest
    static final ArchRule NO_NETWORK = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "javax.net..")
            .because("a keyring that can reach the network can tell it who is looked up");

    @ArchTest
    static final ArchRule NO_LOG = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.System$Logger")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .because("everything here is private");

    @ArchTest
    static final ArchRule NO_CLOCK = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.Clock.class, "systemUTC")
            .because("time comes in as a parameter, so that a decision's date can be tested");

    @ArchTest
    static final ArchRule NO_BOUNCY_CASTLE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle..")
            .because("Bouncy Castle never leaves crypto");

    @ArchTest
    static final ArchRule NO_STATIC_STATE =
            fields().that().areStatic().should().beFinal().because("two profiles may be open in one process");
}
