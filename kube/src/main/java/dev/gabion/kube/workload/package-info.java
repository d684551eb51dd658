/** One view of everything that runs containers: where the pod template is, its containers, its owner. */
@NullMarked
package dev.gabion.kube.workload;

import org.jspecify.annotations.NullMarked;
