/// Asks the system's DNS for the keys of servers that signed a letter, when the person says so and never
/// otherwise.
package org.waxwing.app.dns;
