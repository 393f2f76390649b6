# Finds a JDK of 21 or later and exports JAVA_HOME; sourced by ./mvnw and ./assay (POSIX sh).
# Reads each JDK's `release` file rather than starting a JVM. See docs/adr/0001-one-jdk-for-build-and-run.md.

ASSAY_JAVA_MINIMUM=21

# Sets jdk_major to the feature release of the JDK in $1, and jdk_build to its full version;
# fails where $1 holds no JDK.
assay_read_jdk() {
  jdk_major='' jdk_build=''
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while IFS='=' read -r jdk_key jdk_value || [ -n "$jdk_key" ]; do
    jdk_value=${jdk_value#\"}
    jdk_value=${jdk_value%%\"*}
    case $jdk_key in
      JAVA_VERSION) jdk_major=${jdk_value%%[!0-9]*} ;;
      JAVA_RUNTIME_VERSION) jdk_build=$jdk_value ;;
    esac
  done <"$1/release"
  [ -n "$jdk_major" ]
}

assay_is_usable_jdk() {
  assay_read_jdk "$1" && [ "$jdk_major" -ge "$ASSAY_JAVA_MINIMUM" ]
}

# Sets JAVA_HOME to the newest usable JDK in the usual places, or fails.
assay_newest_installed_jdk() {
  jdk_best=0
  for jdk_home in \
    /usr/lib/jvm/* \
    /usr/java/* \
    /opt/java/* \
    "${HOME:-/}"/.sdkman/candidates/java/* \
    "${HOME:-/}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-/}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if assay_is_usable_jdk "$jdk_home" && [ "$jdk_major" -gt "$jdk_best" ]; then
      jdk_best=$jdk_major
      JAVA_HOME=$jdk_home
    fi
  done
  [ "$jdk_best" -gt 0 ]
}

assay_find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && assay_is_usable_jdk "$JAVA_HOME"; then
    return 0
  fi
  if jdk_command=$(command -v java) && jdk_command=$(readlink -f "$jdk_command" 2>/dev/null); then
    jdk_home=${jdk_command%/bin/java}
    if assay_is_usable_jdk "$jdk_home"; then
      JAVA_HOME=$jdk_home
      return 0
    fi
  fi
  assay_newest_installed_jdk
}

if ! assay_find_jdk; then
  cat >&2 <<MESSAGE
Assay needs a JDK (with javac) of version $ASSAY_JAVA_MINIMUM or later, and found none in JAVA_HOME, on the PATH or under /usr/lib/jvm.
Install one and run the command again:
  Debian 13, Ubuntu 24.04 or later:  apt-get install openjdk-21-jdk
  other Linux:                       Eclipse Temurin, https://adoptium.net
  macOS:                             brew install openjdk
If one is installed elsewhere, set JAVA_HOME to its folder.
MESSAGE
  exit 2
fi
export JAVA_HOME
