/// The keyring in one SQLite file. The only package of this module that names `java.sql`.
package org.waxwing.keystore.sqlite;
