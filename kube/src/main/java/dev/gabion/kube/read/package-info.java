/**
 * From paths and streams to trees: finds the files, splits them into documents, and parses YAML and JSON the way
 * Kubernetes tooling does, with every limit a hostile input would try. Knows what an object's identity is, and nothing
 * of what its fields mean.
 */
@NullMarked
package dev.gabion.kube.read;

import org.jspecify.annotations.NullMarked;
