package org.waxwing.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.CleartextConsent;
import org.waxwing.ui.attack.Attack;

/// What the window may not do, as rules over its classes.
class UiWallsTest {
    private final JavaClasses window = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.waxwing.ui");

    @Test
    void viewModelsKnowNoControls() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..")
                .because("they are tested without a toolkit and without a screen")
                .check(window);
    }

    @Test
    @Attack(15)
    void nothingRendersHtmlWithANetworkBehindIt() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene.web..", "java.net.http..")
                .because("a letter must not be able to fetch anything")
                .check(window);
    }

    @Test
    void theWindowKnowsNoMailNoSqlNoKeyring() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.mail..", "java.sql..", "org.waxwing.keystore..", "org.bouncycastle..")
                .because("the rules live below the window, where the terminal shares them")
                .check(window);
    }

    @Test
    void onlyOneSheetMakesTheConsent() {
        noClasses()
                .that()
                .doNotHaveSimpleName("PostcardSheet")
                .should()
                .callMethod(CleartextConsent.class, "thePersonChosePostcard")
                .because("a postcard goes only where the person said so in that sheet")
                .check(window);
    }

    @Test
    @Attack(21)
    void onlyTheShieldDrawsItsShapes() {
        classes()
                .that()
                .haveSimpleName("Mark")
                .should()
                .onlyBeAccessed()
                .byAnyPackage("org.waxwing.ui.shield")
                .because("a verdict looks the same wherever it stands")
                .check(window);
    }

    @Test
    void threadsAreKnownInFewPlaces() {
        noClasses()
                .that()
                .doNotHaveSimpleName("BackgroundTasks")
                .and()
                .doNotHaveSimpleName("PassphraseSheet")
                .should()
                .callMethod(Platform.class, "runLater", Runnable.class)
                .because("work beside the window goes through Tasks")
                .check(window);
    }
}
