# Finds the .NET 10 SDK; sourced by ./orrery. Sets `dotnet`.

find_dotnet() {
  [ -n "${dotnet:-}" ] && return
  local candidate
  for candidate in "$(command -v dotnet || true)" "${DOTNET_ROOT:-/nowhere}/dotnet" "$HOME/.dotnet/dotnet" \
    /usr/share/dotnet/dotnet /usr/lib/dotnet/dotnet; do
    if [ -x "$candidate" ]; then
      dotnet=$candidate
      export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
      # At the end: before the rest, the folder of this dotnet would decide which python3 and aws the tests find.
      command -v dotnet >/dev/null || export PATH=$PATH:$(dirname "$candidate")
      return
    fi
  done
  return 1
}

have_sdk() { find_dotnet && "$dotnet" --list-sdks | grep -q '^10\.'; }

# Installs from apt where apt already knows the package and we may; otherwise says what to do.
need_sdk() {
  have_sdk && return
  local sudo=
  [ "$(id -u)" = 0 ] || sudo='sudo -n'
  if command -v apt-get >/dev/null && apt-cache show dotnet-sdk-10.0 >/dev/null 2>&1 && $sudo true 2>/dev/null; then
    say "the .NET 10 SDK is missing: installing apt package dotnet-sdk-10.0 …"
    if $sudo apt-get install -y -q dotnet-sdk-10.0 >&2; then
      dotnet=
      have_sdk && return
    fi
  fi
  cat >&2 <<'TEXT'
orrery: the .NET 10 SDK is missing, and apt does not offer it. On Debian 12 or 13, as root:

  . /etc/os-release
  curl -fsSLO https://packages.microsoft.com/config/debian/$VERSION_ID/packages-microsoft-prod.deb
  dpkg -i packages-microsoft-prod.deb && apt-get update && apt-get install -y dotnet-sdk-10.0

or without root, into ~/.dotnet (found there by this script):

  curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0
TEXT
  exit 1
}
