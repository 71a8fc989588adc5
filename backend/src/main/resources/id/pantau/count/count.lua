#!lua name=pantau2
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
local ITEM_HEAD, PLACE = 15, 5

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
  local sub = string.sub
  local old_head, o1, o2 = string.byte(old, 1, 3)
  local new_head, n1, n2 = string.byte(new, 1, 3)
  -- What is left of a head without its generation, and the generation with the revision behind it.
  local old_flags, new_flags = old_head % GENERATION, new_head % GENERATION
  local old_generation, new_generation = old_head - old_flags, new_head - new_flags
  local old_rank = old_generation * 65536 + o1 * 256 + o2
  local new_rank = new_generation * 65536 + n1 * 256 + n2
  local by_person, machine = old_flags >= PERSON, new_flags < PERSON
  local same_generation = old_generation == new_generation
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

-- What BITFIELD_RO is asked of a batch: the key, then 'GET', 'u8' and where each item's record begins, '#bytes'.
local function asking(record_key, items, stride, n)
  local sub, byte = string.sub, string.byte
  local asked, at = { record_key }, PLACE
  for f = 1, n do
    asked[3 * f - 1], asked[3 * f] = 'GET', 'u8'
    asked[3 * f + 1] = sub(items, at + 1, at + byte(items, at))
    at = at + stride
  end
  return asked
end

-- The record that stands at a place, or nothing.
local function record_at(record_key, place, size)
  local from = string.sub(place, 2)
  local record = redis.call('GETRANGE', record_key, from, from + size - 1)
  return #record == size and string.byte(record) > 0 and record or nil
end

-- The bodies with the outcomes that came of them, without those that stand in no log.
local function as_judged(bodies, items, stride, outcomes)
  local byte, sub = string.byte, string.sub
  local log, body = {}, 1
  for f = 1, #outcomes do
    local l1, l2 = byte(items, (f - 1) * stride + 3, (f - 1) * stride + 4)
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
--       14 name of the counting node, empty where it has none,
--       15 what the forms give each area in the order of their keys if all are first and apply: as totals are kept,
--       16 'first' where most are likely their station's first, else 'again'; either is right
-- item: u16 which kecamatan, u16 bytes of the body, u8 length of the text that follows, '#' and where the
--       record begins in ASCII (10 bytes, of which those count), the new record
-- body: u8 the outcome if it applies as it is, u16 length, the packed form: as it stands in the log
-- gives: epoch, revision, nothing where each form applied as it is, else a byte a form; after STALE and
--        CONFLICT the standing record's head follows
local function apply(keys, args)
  local call, sub, byte = redis.call, string.sub, string.byte
  local mode, choices = args[5], tonumber(args[6])
  local lies_in, items, bodies, gains = args[11], args[12], args[13], args[15]
  local width, size = choices + 2, RECORD_HEAD + 3 * choices
  local sums_format = '>' .. string.rep('I5', choices) .. 'I4I4'
  local kecamatan_count = #lies_in
  local first_kecamatan = #keys - 3 - kecamatan_count

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

  local record_key, stride = keys[1], ITEM_HEAD + size
  local n = #items / stride
  local asked = asking(record_key, items, stride, n)
  -- Most forms are a station's first: one look for all of them. Where most are not, each is read at once.
  -- A head is the first byte of what stands: 0 is nothing, the string need not be there yet.
  local heads = args[16] == 'first' and call('BITFIELD_RO', unpack(asked))
  local records = {}
  -- Of forms that are not a station's first, or do not apply as they are.
  local outcomes, answers, corrections, as_sent, applied = {}, {}, {}, true, n
  local item = 1
  for f = 1, n do
    local place = asked[3 * f + 1]
    local new = sub(items, item + ITEM_HEAD, item + stride - 1)
    local old = records[place]
    if not old and (not heads or heads[f] > 0) then
      old = record_at(record_key, place, size)
    end
    if not old then
      records[place] = new
    else
      local outcome, written = decide(old, new, mode)
      local k1, k2 = byte(items, item, item + 1)
      local kecamatan = k1 * 256 + k2
      local row = corrections[kecamatan] or zeros(width)
      corrections[kecamatan] = row
      if written ~= new then add(row, choices, -1, new) end
      if written then
        add(row, choices, -1, old)
        if written ~= new then add(row, choices, 1, written) end
        records[place] = written
      end
      if outcome ~= byte(new) % PERSON then
        as_sent = false
        outcomes[f] = outcome
        if outcome >= DUPLICATE then applied = applied - 1 end
        if outcome > DUPLICATE then answers[f] = ANSWER[outcome] .. sub(old, 1, RECORD_HEAD) end
      end
    end
    item = item + stride
  end
  local answer = ''
  if not as_sent then
    for f = 1, n do
      local outcome = outcomes[f] or byte(items, f * stride - size + 1) % PERSON
      outcomes[f], answers[f] = outcome, answers[f] or ANSWER[outcome]
    end
    answer = table.concat(answers)
    if applied == 0 then
      return { epoch, revision, answer }
    end
    bodies = as_judged(bodies, items, stride, outcomes)
  end

  local moved, at = {}, 1
  for k = 1, #keys - 3 do
    local row = { struct.unpack(sums_format, gains, at) }
    moved[k], at = row, row[width + 1]
  end
  for kecamatan, row in pairs(corrections) do
    add_row(moved[first_kecamatan + kecamatan], row, width)
    add_row(moved[1 + byte(lies_in, kecamatan)], row, width)
    add_row(moved[1], row, width)
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
    writes[2 * k + 1] = keys[3 + k]
    writes[2 * k + 2] = struct.pack(sums_format, unpack(row, 1, width))
  end

  -- From here on everything is written, and nothing can refuse any more.
  if next(records) and call('STRLEN', record_key) < tonumber(args[7]) then
    -- At its full length from the first touch, or Redis would copy it as it grows.
    call('SETRANGE', record_key, tonumber(args[7]) - 1, '\0')
  end
  for f = 1, n do
    local place = asked[3 * f + 1]
    local record = records[place]
    if record then
      call('SETRANGE', record_key, sub(place, 2), record)
      records[place] = nil
    end
  end
  call('MSET', unpack(writes))
  local fields = { 't', args[8], 's', writes[4], 'd', bodies }
  if args[14] ~= '' then
    fields[7], fields[8] = 'n', args[14]
  end
  call('XADD', keys[2], epoch .. '-' .. revision, unpack(fields))
  call('PUBLISH', args[9], args[10] .. ' ' .. epoch .. ' ' .. revision)
  return { epoch, revision, answer }
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

redis.register_function('pantau2_apply', apply)
redis.register_function('pantau2_raise', raise)
