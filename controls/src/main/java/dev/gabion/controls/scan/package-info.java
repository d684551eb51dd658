/**
 * From files to verdicts: one streaming pass that judges what an object says of itself and keeps a small extract of it,
 * then a second step for what only all objects together say.
 */
@NullMarked
package dev.gabion.controls.scan;

import org.jspecify.annotations.NullMarked;
