#!/usr/bin/env bash
# Brings the peers of the live path into load-tests/target/peers: nchan and nats-server from Debian, ws and Socket.IO from npm,
# and the floors from their source beside this file; and Debian's Redis, which a server would have, for --redis-server.
# Packages are unpacked, not installed: no service starts, and nothing is written outside that folder but
# /var/lib/nginx, an empty folder that Debian's nginx looks for whatever its configuration says.
# Needs apt-get with lists (run `apt-get update` once), dpkg-deb, npm and gcc.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
into=$here/../target/peers
mkdir -p "$into/debian" "$into/root" "$into/node"

for tool in apt-get dpkg-deb npm gcc; do
  command -v "$tool" >/dev/null || { echo "$tool is not on this machine" >&2; exit 1; }
done

mkdir -p /var/lib/nginx || { echo "nchan needs the folder /var/lib/nginx; make it once as root" >&2; exit 1; }
cd "$into/debian"
for package in nginx libnginx-mod-nchan nats-server redis-tools redis-server libjemalloc2 liblzf1; do
  ls "${package}"_*.deb >/dev/null 2>&1 || apt-get download -qq -o APT::Sandbox::User=root "$package" || {
    echo "$package cannot be had; is the list of packages there (apt-get update)?" >&2
    exit 1
  }
  dpkg-deb -x "${package}"_*.deb "$into/root"
done

# The server finds its libraries beside it.
cat >"$into/redis-server" <<EOF
#!/bin/sh
LD_LIBRARY_PATH=\$(echo "$into"/root/usr/lib/*-linux-gnu) exec "$into/root/usr/bin/redis-server" "\$@"
EOF
chmod +x "$into/redis-server"

cp "$here/package.json" "$here"/*.mjs "$into/node/"
(cd "$into/node" && npm install --no-package-lock --no-audit --no-fund --silent)

gcc -O2 -Wall -Wextra -pthread -o "$into/floor" "$here/floor.c"
gcc -O2 -Wall -Wextra -pthread -DURING -o "$into/floor-uring" "$here/floor.c"

echo "nginx $("$into/root/usr/sbin/nginx" -v 2>&1 | sed 's/.*nginx\///')," \
  "nchan $(dpkg-deb -f "$into"/debian/libnginx-mod-nchan_*.deb Version)," \
  "$("$into/root/usr/sbin/nats-server" -v)," \
  "$("$into/redis-server" --version | sed 's/ sha=[^ ]*//')," \
  "ws $(node -p "require('$into/node/node_modules/ws/package.json').version")," \
  "Socket.IO $(node -p "require('$into/node/node_modules/socket.io/package.json').version")," \
  "$(gcc --version | head -1)"
