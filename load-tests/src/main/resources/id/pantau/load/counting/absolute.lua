#!lua name=absolute
-- The alternative to pantau2_apply: the node has worked out every value, Redis only compares the
-- position and writes. The same values under the same keys.

-- keys: records, log, position, totals …
-- args: 1 the position that must stand (empty: none), 2 the position to write, 3 bytes of all records,
--       4 bytes of a record, 5 a u24 slot and the record of each form, 6 entry id, 7 time,
--       8 sums of the province, 9 bodies, 10 node, 11 channel, 12 message, 13 … the value of each totals key
-- gives: 1, or 0 where another position stands
local function write(keys, args)
  local call, sub, byte = redis.call, string.sub, string.byte
  if (call('GET', keys[3]) or '') ~= args[1] then
    return 0
  end
  local size, records, key = tonumber(args[4]), args[5], keys[1]
  if call('STRLEN', key) < tonumber(args[3]) then
    call('SETRANGE', key, tonumber(args[3]) - 1, '\0')
  end
  for at = 1, #records, size + 3 do
    local a, b, c = byte(records, at, at + 2)
    call('SETRANGE', key, (a * 65536 + b * 256 + c) * size, sub(records, at + 3, at + 2 + size))
  end
  local writes = { keys[3], args[2] }
  for k = 4, #keys do
    writes[#writes + 1] = keys[k]
    writes[#writes + 1] = args[9 + k]
  end
  call('MSET', unpack(writes))
  call('XADD', keys[2], args[6], 't', args[7], 's', args[8], 'd', args[9], 'n', args[10])
  call('PUBLISH', args[11], args[12])
  return 1
end

redis.register_function('absolute_write', write)
