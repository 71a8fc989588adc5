#!lua name=layout
-- The layouts of counting records that LayoutBench compares: the same work on five ways to keep a record of 20 bytes.
-- It is the step of count.lua cut down to what differs between layouts: fixed choices, no modes, no epochs.
--
-- keys: position, totals of the province, of each kabupaten, of each kecamatan, records…, log
-- args: 1 kabupaten, 2 kecamatan (how many), 3 heads, 4 bodies, 5 a byte a kecamatan: its kabupaten,
--       6 u24 a records key: its bytes when full, 7 channel, 8 log the forms (1 or 0)
-- head: u16 records key, u24 offset in bytes, u8 0, u16 kecamatan key, the record
-- gives: revision, a byte a form: A applied, D duplicate, C conflict, S stale
-- While a library loads, only `redis` exists: no string, no struct, no pairs.
local HEAD, RECORD = 28, 20
local EMPTY = '\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0'

-- A layout is three functions: read(c, key, offset) gives a text and where in it the record stands;
-- write(c, key, offset, record) keeps or makes a write; finish(c, out, o) writes and extends the MSET.
local layouts = {}

local function later(c, key, offset, record)
  local n = c.writes + 1
  c.writes, c.key[n], c.offset[n], c.record[n] = n, key, offset, record
  c.mine[key * 16777216 + offset] = record
end

local function full_length(c, key)
  local i = 3 * (key - c.first)
  local a, b, d = string.byte(c.lengths, i + 1, i + 3)
  return a * 65536 + b * 256 + d
end

local function page(c, key)
  local value = c.got[key]
  if not value then
    value = string.rep('\0', full_length(c, key))
    c.got[key], c.fresh[key] = value, true
  end
  return value
end

local function splice(c, key, offset, record)
  local value = c.got[key]
  c.got[key] = string.sub(value, 1, offset) .. record .. string.sub(value, offset + RECORD + 1)
  c.dirty[key] = true
end

local function dirty_pages(c, out, o)
  for key = c.first, #c.keys - 1 do
    if c.dirty[key] then
      out[o + 1] = c.keys[key]
      o = o + 2
      out[o] = c.got[key]
    end
  end
  return o
end

local function patch(c)
  for i = 1, c.writes do
    redis.call('SETRANGE', c.keys[c.key[i]], c.offset[i], c.record[i])
  end
end

-- Values of several records: one MGET, spliced here, one MSET.
layouts.spliced = {
  whole = true,
  read = function(c, key, offset) return page(c, key), offset end,
  write = splice,
  finish = dirty_pages,
}

-- The same values read by one MGET, each record written by a SETRANGE.
layouts.patched = {
  whole = true,
  read = function(c, key, offset)
    local mine = c.mine[key * 16777216 + offset]
    if mine then return mine, 0 end
    return page(c, key), offset
  end,
  write = function(c, key, offset, record)
    if c.fresh[key] then splice(c, key, offset, record) else later(c, key, offset, record) end
  end,
  finish = function(c, out, o)
    patch(c)
    return dirty_pages(c, out, o)
  end,
}

-- A GETRANGE and a SETRANGE a record; the value has its full length from the first touch.
layouts.addressed = {
  read = function(c, key, offset)
    local old = c.mine[key * 16777216 + offset]
      or redis.call('GETRANGE', c.keys[key], offset, offset + RECORD - 1)
    if #old < RECORD then
      c.fresh[key] = true
      return EMPTY, 0
    end
    return old, 0
  end,
  write = later,
  finish = function(c, out, o)
    for key in pairs(c.fresh) do
      redis.call('SETRANGE', c.keys[key], full_length(c, key) - 1, '\0')
    end
    patch(c)
    return o
  end,
}

-- A key a station, SET … GET; what turns out not newer is set back.
layouts.swapped = {
  read = function(c, key, offset, record)
    return redis.call('SET', c.keys[key], record, 'GET') or EMPTY, 0
  end,
  write = function() end,
  undo = function(c, key, offset, old) redis.call('SET', c.keys[key], old) end,
  finish = function(c, out, o) return o end,
}

-- A hash a village, the station's place in it as field.
layouts.hashed = {
  read = function(c, key, offset)
    return c.mine[key * 16777216 + offset]
      or redis.call('HGET', c.keys[key], offset / RECORD) or EMPTY, 0
  end,
  write = later,
  finish = function(c, out, o)
    for i = 1, c.writes do
      redis.call('HSET', c.keys[c.key[i]], c.offset[i] / RECORD, c.record[i])
    end
    return o
  end,
}

local function zeros(n)
  local row = {}
  for i = 1, n do row[i] = 0 end
  return row
end

-- Adds what a record says, sign 1, or takes it out, sign -1. The state: 0 none, 1 counted, 2 held.
local function add(sums, area, sign, text, at)
  local state = string.byte(text, at + 1) % 4
  if state == 1 then
    local v1, v2, v3 = struct.unpack('>I3I3I3', text, at + 12)
    sums[1][area] = sums[1][area] + sign * v1
    sums[2][area] = sums[2][area] + sign * v2
    sums[3][area] = sums[3][area] + sign * v3
    sums[4][area] = sums[4][area] + sign
  elseif state == 2 then
    sums[5][area] = sums[5][area] + sign
  end
end

local function version(text, at)
  local state, r1, r2 = string.byte(text, at + 1, at + 3)
  return state == 0 and -1 or math.floor(state / 8) * 65536 + r1 * 256 + r2
end

-- Kecamatan into kabupaten into province, then every total into the MSET.
local function totals(c, sums, kabupaten, lies_in, out, o)
  for k = 1, #lies_in do
    local from, to = 2 + kabupaten + k, 2 + string.byte(lies_in, k)
    for f = 1, 5 do sums[f][to] = sums[f][to] + sums[f][from] end
  end
  for k = 3, 2 + kabupaten do
    for f = 1, 5 do sums[f][2] = sums[f][2] + sums[f][k] end
  end
  for key = 2, c.first - 1 do
    local s1, s2, s3, s4, s5 = 0, 0, 0, 0, 0
    if c.got[key] then s1, s2, s3, s4, s5 = struct.unpack('>I4I4I4I4I4', c.got[key]) end
    out[o + 1] = c.keys[key]
    o = o + 2
    out[o] = struct.pack('>I4I4I4I4I4', s1 + sums[1][key], s2 + sums[2][key], s3 + sums[3][key],
      s4 + sums[4][key], s5 + sums[5][key])
  end
end

local function apply(layout, keys, args)
  local call, sub = redis.call, string.sub
  local kabupaten, heads = tonumber(args[1]), args[3]
  local first = 3 + kabupaten + tonumber(args[2])
  local c = { keys = keys, first = first, lengths = args[6], fresh = {}, dirty = {}, mine = {},
    writes = 0, key = {}, offset = {}, record = {} }
  c.got = call('MGET', unpack(keys, 1, layout.whole and #keys - 1 or first - 1))
  local revision = tonumber(c.got[1] or '0') + 1
  local sums = { zeros(first - 1), zeros(first - 1), zeros(first - 1), zeros(first - 1), zeros(first - 1) }
  local answers = {}
  for p = 1, #heads, HEAD do
    local key, offset, _, kecamatan = struct.unpack('>I2I3BI2', heads, p)
    local record = sub(heads, p + 8, p + HEAD - 1)
    local old, at = layout.read(c, key, offset, record)
    local standing, coming = version(old, at), version(record, 0)
    if coming > standing then
      add(sums, kecamatan, 1, record, 0)
      add(sums, kecamatan, -1, old, at)
      layout.write(c, key, offset, record)
      answers[#answers + 1] = 'A'
    else
      if layout.undo then layout.undo(c, key, offset, old) end
      answers[#answers + 1] = coming < standing and 'S'
        or sub(old, at + 4, at + 11) == sub(record, 4, 11) and 'D' or 'C'
    end
  end
  local out = { keys[1], revision }
  local o = layout.finish(c, out, 2)
  totals(c, sums, kabupaten, args[5], out, o)
  call('MSET', unpack(out))
  if args[8] == '1' then
    call('XADD', keys[#keys], '1-' .. revision, 'f', args[4])
  end
  call('PUBLISH', args[7], revision)
  return { revision, table.concat(answers) }
end

local function register(name)
  local layout = layouts[name]
  redis.register_function(name, function(keys, args) return apply(layout, keys, args) end)
end

register('spliced')
register('patched')
register('addressed')
register('swapped')
register('hashed')
