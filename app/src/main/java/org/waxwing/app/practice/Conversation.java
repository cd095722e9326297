package org.waxwing.app.practice;

import java.io.IOException;

/// What is said on one connection.
interface Conversation {
    /// Until one side ends it.
    void run() throws IOException;

    /// How this protocol says the sentence before it hangs up.
    String farewell(String sentence);
}
