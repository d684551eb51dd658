#!/bin/sh
# Trains the start-up caches of an installation: train.sh DIRECTORY JAVA_HOME. A cache holds classes as this very JDK lays
# them out; another JDK ignores it and starts slower.
set -eu
app=$(cd "$1" && pwd)
jdk=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp cli/src/main/training/*.yaml "$work/"

train() {
    feature=$1
    shift
    path=
    for jar in "$app"/lib/core/*.jar; do path=$path:$jar; done
    if [ "$feature" != core ]; then
        for jar in "$app/lib/$feature"/*.jar; do path=$path:$jar; done
    fi
    "$jdk/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:AOTCacheOutput="$app/$feature.aot.new" \
        -Xlog:disable -Dgabion.home="$app" -Dgabion.version=training \
        -cp "${path#:}" dev.gabion.cli.Main "$@" >"$work/out" 2>"$work/err" || [ $? -eq 1 ] || {
        cat "$work/err" >&2
        return 1
    }
    mv "$app/$feature.aot.new" "$app/$feature.aot"
    rm -f "$app/$feature.aot.new.config"
}

train core scan -o json="$work/a.json" -o table "$work"
