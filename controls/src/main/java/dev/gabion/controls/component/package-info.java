/**
 * Programs of the control plane and of nodes as inputs describe them: the command line of a container, the sections of
 * a kubeadm document, the configuration file of a kubelet. All come out as runs with flags. Knows nothing of controls.
 */
@NullMarked
package dev.gabion.controls.component;

import org.jspecify.annotations.NullMarked;
