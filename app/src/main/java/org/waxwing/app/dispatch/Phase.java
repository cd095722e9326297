package org.waxwing.app.dispatch;

/// Where a message is, as the disk knows it.
public enum Phase {
    /// Not handed over, and nothing of a last try can have arrived.
    WAITING,
    /// The end of the message is going out or has gone out, and the answer is not written down yet.
    ENDING,
    HANDED_OVER,
    FAILED,
    UNCONFIRMED
}
