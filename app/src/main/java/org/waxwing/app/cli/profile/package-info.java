/// Opening or making the profile that a command works on.
package org.waxwing.app.cli.profile;
