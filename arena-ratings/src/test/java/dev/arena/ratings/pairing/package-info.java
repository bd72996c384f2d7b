/** Tests of who should meet next. */
@org.jspecify.annotations.NullMarked
package dev.arena.ratings.pairing;
