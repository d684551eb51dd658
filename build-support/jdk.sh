# Sourced by ./gabion and ./build: finds a JDK 25 without starting one, and sets JDK.

is_jdk25() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    while read -r line; do
        case $line in
        JAVA_VERSION=\"25 | JAVA_VERSION=\"25[.\"]*) return 0 ;;
        esac
    done <"$1/release"
    return 1
}

find_jdk25() {
    for candidate in "${GABION_JAVA_HOME:-}" "${JAVA_HOME:-}" \
        /usr/lib/jvm/*25* "$HOME"/.sdkman/candidates/java/25* "$HOME"/.jdks/*25* /opt/*jdk*25* \
        /Library/Java/JavaVirtualMachines/*25*/Contents/Home; do
        if [ -n "$candidate" ] && is_jdk25 "$candidate"; then
            JDK=$candidate
            return 0
        fi
    done
    onpath=$(command -v javac 2>/dev/null) || onpath=
    if [ -n "$onpath" ]; then
        onpath=$(readlink -f "$onpath" 2>/dev/null || echo "$onpath")
        if is_jdk25 "${onpath%/bin/javac}"; then
            JDK=${onpath%/bin/javac}
            return 0
        fi
    fi
    echo "gabion: no JDK 25 found; install one (Debian: temurin-25-jdk; SDKMAN: sdk install java 25-tem) or set JAVA_HOME to it" >&2
    return 2
}

require_maven() {
    command -v mvn >/dev/null 2>&1 && return 0
    echo "gabion: no Maven found; install it (Debian: apt-get install maven; macOS: brew install maven)" >&2
    return 2
}
