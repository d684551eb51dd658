#!/bin/sh
# Puts an installation together: assemble.sh VERSION JAVA_HOME, run in the root of the checkout by the package phase.
# The directory is named by its content and appears at once, so a running Gabion never sees a half-built one.
set -eu
version=$1
jdk=$2
target=cli/target
stage=$target/stage
apps=$target/app

rm -rf "$stage"
mkdir -p "$stage/bin" "$stage/lib/core" "$stage/lib/compile" "$stage/frameworks" "$stage/schema" "$apps"
sed "s/@VERSION@/$version/" cli/src/main/sh/launcher.sh >"$stage/bin/gabion"
chmod 755 "$stage/bin/gabion"
cp "$target/gabion-cli-$version.jar" "$stage/lib/core/"
for jar in "$target"/jars/*.jar; do
    case ${jar##*/} in
    gabion-* | snakeyaml-engine-* | jackson-core-* | re2j-*) cp "$jar" "$stage/lib/core/" ;;
    # annotations and build-time tools; nothing loads them
    jspecify-* | error_prone_annotations-* | j2objc-* | listenablefuture-*) ;;
    *) cp "$jar" "$stage/lib/compile/" ;;
    esac
done
cp controls/target/catalogue.bin kube/src/main/schema/fields-*.txt "$stage/"
cp controls/src/main/frameworks/*.yaml "$stage/frameworks/" 2>/dev/null || :
cp controls/src/main/schema/*.json report/src/main/schema/*.json "$stage/schema/" 2>/dev/null || :
cp LICENSE "$stage/" 2>/dev/null || :
echo "$jdk" >"$stage/jdk"

name=$version-$(cd "$stage" && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 cksum | cksum | cut -d' ' -f1)
app=$apps/$name
if [ ! -d "$app" ]; then
    mv "$stage" "$app.new"
    mv "$app.new" "$app"
    sh cli/src/main/sh/train.sh "$app" "$jdk"
fi
rm -rf "$stage"
# the newest and the one before it stay; a Gabion that still runs from an older one has its files open
ls -t "$apps" | sed '/^current/d' | tail -n +3 | while read -r old; do rm -rf "${apps:?}/$old"; done
echo "$name" >"$apps/current.new"
mv "$apps/current.new" "$apps/current"
