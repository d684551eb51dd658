#!/bin/sh
# Starts Gabion from the directory this file lies in. Builtins only on the way to java: every fork costs a millisecond.
set -u
self=$0
while [ -L "$self" ]; do
    link=$(readlink "$self")
    case $link in
    /*) self=$link ;;
    *) self=${self%/*}/$link ;;
    esac
done
case $self in
*/*) home=${self%/*}/.. ;;
*) home=.. ;;
esac

if [ -x "$home/runtime/bin/java" ]; then
    java=$home/runtime/bin/java
elif [ -n "${GABION_JAVA_HOME:-}" ]; then
    java=$GABION_JAVA_HOME/bin/java
elif [ -r "$home/jdk" ] && read -r jdk <"$home/jdk" && [ -x "$jdk/bin/java" ]; then
    java=$jdk/bin/java
elif [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
    java=$JAVA_HOME/bin/java
else
    java=java
fi

# What a command needs beyond the scan of files joins the class path, with a start-up cache of its own.
feature=core
case "${1:-} ${2:-}" in
"controls test") feature=compile ;;
esac
for word in "$@"; do
    case $word in
    --controls | --controls=*) feature=compile ;;
    --) break ;;
    esac
done

path=
for jar in "$home"/lib/core/*.jar; do
    path=$path:$jar
done
if [ $feature != core ]; then
    for jar in "$home/lib/$feature"/*.jar; do
        path=$path:$jar
    done
fi

terminal=
[ -t 2 ] && terminal=-Dgabion.tty.err=1
if [ -t 1 ]; then
    terminal="$terminal -Dgabion.tty.out=1"
    size=$(stty size <&1 2>/dev/null) && terminal="$terminal -Dgabion.columns=${size#* }"
fi

# shellcheck disable=SC2086 # the options are words
exec "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xmx400m \
    -XX:AOTCache="$home/$feature.aot" -Xlog:disable -Xlog:all=error:stderr \
    $terminal ${GABION_JAVA_OPTS:-} -Dgabion.home="$home" -Dgabion.version=@VERSION@ \
    -cp "${path#:}" dev.gabion.cli.Main "$@"
