package org.waxwing.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.waxwing.app.attack.Attack;

@AnalyzeClasses(packages = "org.waxwing.app", importOptions = ImportOption.DoNotIncludeTests.class)
final class AppWallsTest {
    @ArchTest
    static final ArchRule MAIL_LIBRARY_STAYS_AT_THE_WIRE = noClasses()
            .that()
            .resideOutsideOfPackages("org.waxwing.app.smtp..", "org.waxwing.app.imap..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..")
            .because("a mail library that sees a message may rebuild it, and a signature covers exact bytes");

    /// A signature is judged by reading its bytes, never the words of another program (CVE-2018-12020).
    @Test
    @Attack(26)
    void noOtherProgramIsAskedButTheTerminals() {
        noClasses()
                .that()
                .doNotHaveSimpleName("TerminalDevice")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.ProcessBuilder")
                .orShould()
                .callMethod(Runtime.class, "exec", String.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String[].class)
                .because("a name in a certificate could speak in its voice")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.waxwing"));
    }

    @ArchTest
    static final ArchRule SQL_STAYS_IN_THE_STORE = noClasses()
            .that()
            .resideOutsideOfPackage("org.waxwing.app.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.sqlite..")
            .because("what is sealed and what is not is decided in one package");

    @ArchTest
    static final ArchRule NATIVE_CODE_STAYS_WITH_TOKENS = noClasses()
            .that()
            .resideOutsideOfPackage("org.waxwing.app.token..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.lang.foreign..")
            .because("native code can do everything, so it is loaded in one place and for one purpose");

    @ArchTest
    static final ArchRule SOCKETS_ARE_MADE_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackages("org.waxwing.app.connection..", "org.waxwing.app.practice..")
            .should()
            .callConstructor(java.net.Socket.class)
            .because("a connection that is not checked is made nowhere else");

    @ArchTest
    static final ArchRule NAMES_ARE_LOOKED_UP_IN_TWO_PLACES = noClasses()
            .that()
            .resideOutsideOfPackages("org.waxwing.app.directory..", "org.waxwing.app.dns..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.naming..")
            .because("JNDI asks whatever it is given, so nobody else may give it anything");

    @ArchTest
    static final ArchRule THE_DNS_IS_ASKED_BY_NO_OTHER_USE_CASE = noClasses()
            .that()
            .resideOutsideOfPackages("org.waxwing.app.dns..", "org.waxwing.app.wiring..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.waxwing.app.dns..")
            .because("opening, listing and fetching ask nobody who vouches; only a person does");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("org.waxwing.app.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a package that can be understood alone needs nothing that needs it");

    @ArchTest
    static final ArchRule OUTPUT_IS_THE_TERMINALS = noClasses()
            .that()
            .resideOutsideOfPackage("org.waxwing.app.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("only the terminal face speaks to the terminal");

    @ArchTest
    static final ArchRule RANDOMNESS_IS_STRONG = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .because("a random number that can be guessed is none");

    @ArchTest
    static final ArchRule NO_STATIC_STATE =
            fields().that().areStatic().should().beFinal().because("two profiles may be open in one process");
}
