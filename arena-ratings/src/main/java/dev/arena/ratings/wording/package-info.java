/**
 * What the program says of results, as sentences with a code that never changes and with values by name, so that a page can say the same in
 * another language. The English of a sentence is made of the same template that the page's own English is compared with.
 */
@NullMarked
package dev.arena.ratings.wording;

import org.jspecify.annotations.NullMarked;
