/// The first run, and unlocking a profile that is there.
package org.waxwing.ui.onboarding;
