#!lua name=pantau
-- The one atomic step of the count: a batch of forms of one contest in one province.
-- Reads every record and total it needs, makes every check, takes old numbers out and puts new ones in
-- for every ancestor area, then writes. Lua does not roll back: nothing is written before the last
-- check. docs/redis-keys.md describes the values, decision 0002 says why they are laid out so.

-- A station's counting record: u8 state | person << 3 | generation << 4, u16 revision, 8 bytes content
-- hash, then u24 votes a choice. Revision and hash are those of the newest form seen; the votes are
-- those that stand. A province's records are one string, by slot.
local COUNTED, HELD = 1, 2
local PERSON, GENERATION = 8, 16
local RECORD_HEAD = 11

-- What became of a form, a byte each; those below DUPLICATE stand in the log.
local BESIDE, HISTORY = 5, 6
local DUPLICATE, STALE, CONFLICT = 16, 17, 18
local ITEM_HEAD = 7

-- The byte of each outcome. While a library loads there is no string.char.
local ANSWER = { '\1', '\2', '\3', '\4', '\5', '\6', [16] = '\16', [17] = '\17', [18] = '\18' }

local ANOTHER_REFERENCE = 'REFERENCE the province was counted with other reference data'

-- The position: u32 epoch, u48 revision, 8 bytes reference hash, 40 bytes run id of the Redis that wrote it.
local function position_bytes(epoch, revision, reference, run)
  return struct.pack('>I4I6', epoch, revision) .. reference .. run
end

-- Why this call may not write, or nothing.
local function refusal(raw, reference, run, epoch, revision, seen_epoch, seen_revision)
  if raw and string.sub(raw, 11, 18) ~= reference then
    return ANOTHER_REFERENCE
  end
  if raw and string.sub(raw, 19, 58) ~= run then
    return 'RUN ' .. epoch .. ' ' .. revision
  end
  if epoch < seen_epoch or (epoch == seen_epoch and revision < seen_revision) then
    return 'POORER ' .. epoch .. ' ' .. revision
  end
end

local function rank(record)
  local head, r1, r2 = string.byte(record, 1, 3)
  return math.floor(head / GENERATION) * 65536 + r1 * 256 + r2
end

-- A person's form under the head of a machine's newer re-read, which waits beside it.
local function beneath(old, new)
  local new_head = string.byte(new)
  local state = new_head % PERSON == COUNTED and COUNTED or HELD
  return state, string.char(new_head - new_head % PERSON + state) .. string.sub(old, 2, RECORD_HEAD)
    .. string.sub(new, RECORD_HEAD + 1)
end

-- What becomes of a record against the one that stands: an outcome, and what is to be written.
-- Live an older revision is stale. A refill meets forms in any order, and they must come to stand as
-- they did when they came in order: where only the log can tell, it is told CONFLICT, finds out
-- (count.Settlement) and says supersede (this one stands) or history.
local function decide(old, new, mode)
  local sub, byte = string.sub, string.byte
  local old_rank, new_rank = rank(old), rank(new)
  local old_head, new_head = byte(old), byte(new)
  local by_person = math.floor(old_head / PERSON) % 2 == 1
  local machine = math.floor(new_head / PERSON) % 2 == 0
  local same_generation = math.floor(old_head / GENERATION) == math.floor(new_head / GENERATION)
  if new_rank < old_rank then
    if mode == 'live' then
      return STALE
    elseif mode == 'history' or machine or not same_generation then
      return HISTORY
    elseif by_person and mode ~= 'supersede' then
      -- The person's form that stands may be older than this one: its revision is not kept here.
      return CONFLICT
    end
    return beneath(old, new)
  end
  if new_rank == old_rank then
    -- The state may differ where a threshold changed in between; the content decides.
    if sub(old, 4, RECORD_HEAD) == sub(new, 4, RECORD_HEAD) then
      return DUPLICATE
    elseif mode == 'history' then
      return HISTORY
    elseif mode ~= 'supersede' then
      return CONFLICT
    end
  end
  if by_person and machine and same_generation then
    -- A machine re-read never replaces a person's decision: it waits beside what stands.
    local state = old_head % PERSON == COUNTED and COUNTED or HELD
    return BESIDE, string.char(old_head - old_head % PERSON + state) .. sub(new, 2, RECORD_HEAD)
      .. sub(old, RECORD_HEAD + 1)
  end
  return new_head % PERSON, new
end

local function zeros(n)
  local row = {}
  for i = 1, n do row[i] = 0 end
  return row
end

-- Adds sign × what a record gives: votes and one counted, or one held. Nine bytes at a time, which are
-- three choices: a table a form would cost more than the sums.
local function add(row, choices, sign, record)
  local byte = string.byte
  local state = byte(record) % PERSON
  if state == COUNTED then
    local at = RECORD_HEAD + 1
    for c = 1, choices, 3 do
      local a1, a2, a3, b1, b2, b3, c1, c2, c3 = byte(record, at, at + 8)
      row[c] = row[c] + sign * (a1 * 65536 + a2 * 256 + a3)
      if b1 then row[c + 1] = row[c + 1] + sign * (b1 * 65536 + b2 * 256 + b3) end
      if c1 then row[c + 2] = row[c + 2] + sign * (c1 * 65536 + c2 * 256 + c3) end
      at = at + 9
    end
    row[choices + 1] = row[choices + 1] + sign
  elseif state == HELD then
    row[choices + 2] = row[choices + 2] + sign
  end
end

local function add_row(row, other, n)
  for i = 1, n do row[i] = row[i] + other[i] end
end

-- The bodies with the outcomes that came of them, without those that stand in no log.
local function as_judged(bodies, items, stride, outcomes)
  local byte, sub = string.byte, string.sub
  local log, body = {}, 1
  for f = 1, #outcomes do
    local at = (f - 1) * stride + 6
    local l1, l2 = byte(items, at, at + 1)
    local after = body + l1 * 256 + l2
    if outcomes[f] < DUPLICATE then
      log[#log + 1] = ANSWER[outcomes[f]]
      log[#log + 1] = sub(bodies, body + 1, after - 1)
    end
    body = after
  end
  return table.concat(log)
end

-- keys: records, log, position, totals of the province, of each kabupaten, of each kecamatan
-- args: 1 run id, 2 reference hash, 3 epoch seen, 4 revision seen, 5 mode (live, refill, supersede, history),
--       6 choices, 7 bytes of all records, 8 time in ms, 9 channel, 10 province,
--       11 a byte a kecamatan: which kabupaten it lies in, 12 items, 13 bodies,
--       14 name of the counting node, empty where it has none
-- item: u16 which kecamatan, u24 slot, u16 bytes of the body, the new record
-- body: u8 the outcome if it applies as it is, u16 length, the packed form: as it stands in the log
-- gives: epoch, revision, a byte a form; after STALE and CONFLICT the standing record's head follows
local function apply(keys, args)
  local call, sub, byte = redis.call, string.sub, string.byte
  local mode, choices = args[5], tonumber(args[6])
  local lies_in, items, bodies = args[11], args[12], args[13]
  local width, size = choices + 2, RECORD_HEAD + 3 * choices
  local sums_format = '>' .. string.rep('I5', choices) .. 'I4I4'
  local kecamatan_count = #lies_in
  local kabupaten_count = #keys - 4 - kecamatan_count

  local values = call('MGET', unpack(keys, 3))
  local epoch, revision = 1, 0
  if values[1] then
    epoch, revision = struct.unpack('>I4I6', values[1])
  end
  local refused =
    refusal(values[1], args[2], args[1], epoch, revision, tonumber(args[3]), tonumber(args[4]))
  if refused then
    return redis.error_reply(refused)
  end
  if mode == 'supersede' and (epoch ~= tonumber(args[3]) or revision ~= tonumber(args[4])) then
    -- What it was told to do followed from the log as it was then.
    return redis.error_reply('MOVED ' .. epoch .. ' ' .. revision)
  end

  local moved = {}
  for k = 1, #keys - 3 do moved[k] = zeros(width) end
  local first_kecamatan = 1 + kabupaten_count
  local answers, outcomes, records, order = {}, {}, {}, {}
  local record_key, stride = keys[1], ITEM_HEAD + size
  local as_sent, applied = true, 0
  local item = 1
  local n = #items / stride
  for f = 1, n do
    local k1, k2, s1, s2, s3 = byte(items, item, item + 4)
    local slot = s1 * 65536 + s2 * 256 + s3
    local new = sub(items, item + ITEM_HEAD, item + stride - 1)
    local old = records[slot] or call('GETRANGE', record_key, slot * size, slot * size + size - 1)
    -- An empty record begins with 0, and so does nothing: the string is not there yet.
    local old_head, new_state = #old == size and byte(old) or 0, byte(new) % PERSON
    local outcome, written = new_state, new
    if old_head > 0 then
      outcome, written = decide(old, new, mode)
    end
    outcomes[f] = outcome
    answers[f] = ANSWER[outcome]
    as_sent = as_sent and outcome == new_state
    if outcome < DUPLICATE then
      applied = applied + 1
      if written then
        local row = moved[first_kecamatan + k1 * 256 + k2]
        if old_head > 0 then add(row, choices, -1, old) end
        add(row, choices, 1, written)
        if not records[slot] then order[#order + 1] = slot end
        records[slot] = written
      end
    elseif outcome > DUPLICATE then
      answers[f] = ANSWER[outcome] .. sub(old, 1, RECORD_HEAD)
    end
    item = item + stride
  end
  if applied == 0 then
    return { epoch, revision, table.concat(answers) }
  end
  if not as_sent then
    bodies = as_judged(bodies, items, stride, outcomes)
  end

  for k = 1, kecamatan_count do
    add_row(moved[1 + string.byte(lies_in, k)], moved[first_kecamatan + k], width)
  end
  for k = 2, first_kecamatan do
    add_row(moved[1], moved[k], width)
  end
  revision = revision + 1
  local writes = { keys[3], position_bytes(epoch, revision, args[2], args[1]) }
  for k = 1, #moved do
    local row = moved[k]
    local stood = values[k + 1] and { struct.unpack(sums_format, values[k + 1]) }
    for i = 1, width do
      local sum = stood and row[i] + stood[i] or row[i]
      if sum < 0 then
        return redis.error_reply('CORRUPT ' .. keys[3 + k] .. ' would fall below zero')
      end
      row[i] = sum
    end
    writes[#writes + 1] = keys[3 + k]
    writes[#writes + 1] = struct.pack(sums_format, unpack(row))
  end

  -- From here on everything is written, and nothing can refuse any more.
  if #order > 0 and call('STRLEN', keys[1]) < tonumber(args[7]) then
    -- At its full length from the first touch, or Redis would copy it as it grows.
    call('SETRANGE', keys[1], tonumber(args[7]) - 1, '\0')
  end
  for i = 1, #order do
    call('SETRANGE', keys[1], order[i] * size, records[order[i]])
  end
  call('MSET', unpack(writes))
  local fields = { 't', args[8], 's', writes[4], 'd', bodies }
  if args[14] ~= '' then
    fields[7], fields[8] = 'n', args[14]
  end
  call('XADD', keys[2], epoch .. '-' .. revision, unpack(fields))
  call('PUBLISH', args[9], args[10] .. ' ' .. epoch .. ' ' .. revision)
  return { epoch, revision, table.concat(answers) }
end

-- keys: position. args: run id, reference hash, epoch seen, revision seen
-- Raises the epoch unless this run already has, and never to less than seen: for a Redis that may
-- have lost writes. gives: epoch, revision
local function raise(keys, args)
  local raw = redis.call('GET', keys[1])
  local seen_epoch, seen_revision = tonumber(args[3]), tonumber(args[4])
  local epoch, revision = 0, 0
  if raw then
    epoch, revision = struct.unpack('>I4I6', raw)
  end
  local refused = refusal(raw, args[2], args[1], epoch, revision, seen_epoch, seen_revision)
  if refused == ANOTHER_REFERENCE then
    return redis.error_reply(refused)
  end
  if refused or not raw then
    epoch = math.max(epoch, seen_epoch) + 1
    redis.call('SET', keys[1], position_bytes(epoch, revision, args[2], args[1]))
  end
  return { epoch, revision }
end

redis.register_function('pantau_apply', apply)
redis.register_function('pantau_raise', raise)
