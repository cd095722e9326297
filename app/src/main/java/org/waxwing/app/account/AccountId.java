package org.waxwing.app.account;

/// The local number of an account.
public record AccountId(long value) {}
