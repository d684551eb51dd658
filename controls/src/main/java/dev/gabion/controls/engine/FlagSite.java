package dev.gabion.controls.engine;

import dev.gabion.controls.component.ComponentRun;

/** A flag of a run of a component: what a rule about flags points at. */
record FlagSite(ComponentRun run, String flag) {}
