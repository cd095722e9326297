/// Work beside the window: the only place that knows threads.
package org.waxwing.ui.task;
