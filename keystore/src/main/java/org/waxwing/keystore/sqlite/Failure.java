package org.waxwing.keystore.sqlite;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.waxwing.keystore.KeyringException;

/// What went wrong in the database, in a sentence that says what to do.
final class Failure {
    private static final int PRIMARY_CODE = 0xFF;

    private Failure() {}

    static KeyringException of(SQLException failed) {
        return new KeyringException(words(failed.getErrorCode() & PRIMARY_CODE), failed);
    }

    private static String words(int code) {
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return "the disk is full; nothing was changed in the keyring";
        }
        if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return "another program keeps the keyring busy; try again when it has finished";
        }
        if (code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return "the keyring's file is damaged; put back a copy of the profile folder";
        }
        if (code == SQLiteErrorCode.SQLITE_READONLY.code
                || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
                || code == SQLiteErrorCode.SQLITE_PERM.code) {
            return "the keyring can't be written; check the permissions of the profile folder";
        }
        return "the keyring's database failed (SQLite code " + code + ")";
    }
}
