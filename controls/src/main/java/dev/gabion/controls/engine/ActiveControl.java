package dev.gabion.controls.engine;

import dev.gabion.controls.catalogue.Control;
import dev.gabion.kube.tree.MapNode;

/**
 * A control as one run uses it.
 *
 * @param params defaults with the overrides of the policy version, framework and configuration
 * @param pssVersion the policy version of Pod Security it judges by
 */
public record ActiveControl(Control control, MapNode params, String pssVersion) {}
