/// Which of the published attacks on mail encryption are tested, and how the tests end.
package org.waxwing.scorecard;
