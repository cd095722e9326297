/// Who I am and which servers carry my letters.
package org.waxwing.app.account;
