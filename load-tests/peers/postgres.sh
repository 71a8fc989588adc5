#!/bin/sh
# PostgreSQL 15 beside the count, for CountBench: unpacked from Debian's packages, its own data folder, a
# socket and no port. Nothing is installed, no service is started or touched.
#
#   postgres.sh [FOLDER]     default load-tests/target/peers, under the root of the repository
#
# Prints "SOCKETFOLDER PID" when it answers, then waits for the end of its standard input (or a signal),
# stops PostgreSQL and removes the data. Fsync and full page writes are on: what it commits is on disk.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
folder=${1:-$here/../target/peers}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
# Not in root beside it, where install.sh has its own.
root=$folder/postgres
bin=$root/usr/lib/postgresql/15/bin

if [ ! -x "$bin/postgres" ]; then
  # Only the server and its client; the libraries they need are asked for one by one where they are missing.
  rm -rf "$root"
  mkdir -p "$folder/packages" "$root"
  (cd "$folder/packages" && apt-get download postgresql-15 postgresql-client-15 >&2)
  for package in "$folder"/packages/*.deb; do dpkg-deb -x "$package" "$root"; done
  if missing=$(ldd "$bin/postgres" | grep 'not found'); then
    echo "PostgreSQL lacks libraries:" "$missing" >&2
    exit 1
  fi
fi

# PostgreSQL refuses to run as root: then it runs as nobody, in a folder that nobody may reach.
data=$(mktemp -d /tmp/pantau-peer-postgres.XXXXXX)
as=
if [ "$(id -u)" = 0 ]; then
  chown 65534:65534 "$data"
  as='setpriv --reuid=65534 --regid=65534 --clear-groups'
fi

server=
stop() {
  trap - EXIT
  if [ -n "$server" ]; then
    # Fast shutdown: clients are cut off, nothing of value is there.
    kill -INT "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -rf "$data"
}
trap stop EXIT
trap 'exit 1' INT TERM HUP

cd "$data"
$as "$bin/initdb" -D "$data/db" -U bench -A trust -E UTF8 --locale=C >"$data/initdb.log"
cat >>"$data/db/postgresql.conf" <<CONF
listen_addresses = ''
unix_socket_directories = '$data'
shared_buffers = 1GB
wal_buffers = 64MB
max_wal_size = 8GB
checkpoint_timeout = 1h
autovacuum = off
jit = off
huge_pages = off
# Said although they are the defaults: this is what is compared.
fsync = on
synchronous_commit = on
full_page_writes = on
CONF
$as "$bin/postgres" -D "$data/db" >"$data/postgres.log" 2>&1 &
server=$!

tries=0
until "$bin/pg_isready" -q -h "$data" -U bench -d postgres; do
  tries=$((tries + 1))
  if [ "$tries" -gt 100 ] || ! kill -0 "$server" 2>/dev/null; then
    cat "$data/postgres.log" >&2
    exit 1
  fi
  sleep 0.1
done
echo "$data $server"

cat >/dev/null
