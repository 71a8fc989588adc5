#!lua name=pantau
-- The one atomic step of the count: a batch of forms of one contest in one province.
-- Reads every record it needs at once, makes every check, takes old numbers out and puts new ones in
-- for every ancestor area, then writes at once. Lua does not roll back: nothing is written before the
-- last check. docs/redis-keys.md describes the values, decision 0002 says why they are laid out so.

-- A station's counting record: u8 state | person << 3 | generation << 4, u16 revision, 8 bytes content
-- hash, then u24 votes a choice. Revision and hash are those of the newest form seen; the votes are
-- those that stand.
local COUNTED, HELD = 1, 2
local PERSON, GENERATION = 8, 16
local RECORD_HEAD = 11

-- What became of a form, a byte each; 1…6 stand in the log, DUPLICATE… do not.
local BESIDE, HISTORY = 5, 6
local DUPLICATE, STALE, CONFLICT = 16, 17, 18
local FORM_HEAD = 8

-- The position: u32 epoch, u48 revision, 8 bytes reference hash, 40 bytes run id of the Redis that wrote it.
local function read_position(key, reference, run)
  local raw = redis.call('GET', key)
  if not raw then
    return 1, 0, false
  end
  local epoch, revision, at = struct.unpack('>I4I6', raw)
  if string.sub(raw, at, at + 7) ~= reference then
    return nil, 'REFERENCE the province was counted with other reference data'
  end
  if string.sub(raw, at + 8, at + 47) ~= run then
    return nil, 'RUN ' .. epoch .. ' ' .. revision
  end
  return epoch, revision, true
end

local function position_bytes(epoch, revision, reference, run)
  return struct.pack('>I4I6', epoch, revision) .. reference .. run
end

-- Adds sign × a record's votes and state to an area's sums.
local function add(sums, choices, sign, state, votes)
  if state == COUNTED then
    for c = 1, choices do
      sums[c] = sums[c] + sign * votes[c]
    end
    sums[choices + 1] = sums[choices + 1] + sign
  elseif state == HELD then
    sums[choices + 2] = sums[choices + 2] + sign
  end
end

-- keys: position, log, pages…, areas… (the province last)
-- args: run id, reference hash, epoch seen, revision seen, mode (live, refill, supersede, history),
--       choices, stations a page, pages, time in ms, channel, province, then a form each: u16 page key, u16 place in the page, u16
--       kecamatan key, u16 kabupaten key (keys counted from 1 within pages and areas), the new record,
--       the packed form
-- gives: epoch, revision, a string with a byte a form; for STALE and CONFLICT the record's head follows
local function apply(keys, args)
  local sub, byte, unpack_form = string.sub, string.byte, struct.unpack
  local run, reference = args[1], args[2]
  local mode, choices, page_stations = args[5], tonumber(args[6]), tonumber(args[7])
  local page_count = tonumber(args[8])
  local epoch, revision, there = read_position(keys[1], reference, run)
  if not epoch then
    return redis.error_reply(revision)
  end
  local seen_epoch, seen_revision = tonumber(args[3]), tonumber(args[4])
  if epoch < seen_epoch or (epoch == seen_epoch and revision < seen_revision) then
    return redis.error_reply('POORER ' .. epoch .. ' ' .. revision)
  end

  local record_size = RECORD_HEAD + 3 * choices
  local blank = string.rep('\0', record_size)
  local blank_page = string.rep('\0', record_size * page_stations)
  local votes_format = '>' .. string.rep('I3', choices)
  local sums_format = '>' .. string.rep('I5', choices) .. 'I4I4'
  local area_count = #keys - 2 - page_count
  local values = redis.call('MGET', unpack(keys, 3))
  local pages, page_touched, areas, area_touched = {}, {}, {}, {}
  for p = 1, page_count do
    pages[p] = values[p] or blank_page
  end
  for a = 1, area_count do
    local raw = values[page_count + a]
    if raw then
      areas[a] = { unpack_form(sums_format, raw) }
    else
      local zero = {}
      for c = 1, choices + 2 do zero[c] = 0 end
      areas[a] = zero
    end
  end

  local answers, log = {}, {}
  for f = 12, #args do
    local form = args[f]
    local p, place, kecamatan, kabupaten = unpack_form('>I2I2I2I2', form)
    local record = sub(form, FORM_HEAD + 1, FORM_HEAD + record_size)
    local page = pages[p]
    local from = place * record_size
    local old = sub(page, from + 1, from + record_size)
    local outcome
    if sub(old, 1, RECORD_HEAD) == sub(record, 1, RECORD_HEAD) then
      outcome = DUPLICATE
    else
      local old_head, old_r1, old_r2 = byte(old, 1, 3)
      local new_head, new_r1, new_r2 = byte(record, 1, 3)
      local old_generation, new_generation = math.floor(old_head / GENERATION), math.floor(new_head / GENERATION)
      local old_rank = old_generation * 65536 + old_r1 * 256 + old_r2
      local new_rank = new_generation * 65536 + new_r1 * 256 + new_r2
      if old_rank == new_rank and sub(old, 4, 11) == sub(record, 4, 11) then
        -- The state byte may differ where a threshold changed in between; the content decides.
        outcome = DUPLICATE
      elseif old_rank == new_rank and mode ~= 'supersede' then
        outcome = mode == 'history' and HISTORY or CONFLICT
      elseif new_rank < old_rank then
        outcome = mode == 'live' and STALE or HISTORY
      else
        local old_state, new_state = old_head % PERSON, new_head % PERSON
        local new_votes = { unpack_form(votes_format, record, RECORD_HEAD + 1) }
        local old_votes = { unpack_form(votes_format, old, RECORD_HEAD + 1) }
        local person_old = math.floor(old_head / PERSON) % 2 == 1
        local person_new = math.floor(new_head / PERSON) % 2 == 1
        if person_old and not person_new and old_generation == new_generation then
          -- A machine re-read never replaces a person's decision: it waits beside what stands.
          outcome = BESIDE
          new_state = old_state == COUNTED and COUNTED or HELD
          new_votes = old_votes
          record = string.char(new_state + PERSON + new_generation * GENERATION)
            .. sub(record, 2, RECORD_HEAD) .. sub(old, RECORD_HEAD + 1)
        else
          outcome = new_state
        end
        pages[p] = sub(page, 1, from) .. record .. sub(page, from + record_size + 1)
        page_touched[p] = true
        for _, a in ipairs({ kecamatan, kabupaten, area_count }) do
          local sums = areas[a]
          add(sums, choices, -1, old_state, old_votes)
          add(sums, choices, 1, new_state, new_votes)
          area_touched[a] = true
        end
      end
    end
    if outcome < DUPLICATE then
      log[#log + 1] = string.char(outcome) .. struct.pack('>I2', #form - FORM_HEAD - record_size)
        .. sub(form, FORM_HEAD + record_size + 1)
      answers[#answers + 1] = string.char(outcome)
    elseif outcome == DUPLICATE then
      answers[#answers + 1] = string.char(outcome)
    else
      answers[#answers + 1] = string.char(outcome) .. sub(old, 1, RECORD_HEAD)
    end
  end
  if #log == 0 then
    return { epoch, revision, table.concat(answers) }
  end

  local writes = {}
  for p = 1, page_count do
    if page_touched[p] then
      writes[#writes + 1] = keys[2 + p]
      writes[#writes + 1] = pages[p]
    end
  end
  local province_sums
  for a = 1, area_count do
    if area_touched[a] or a == area_count then
      local sums = areas[a]
      for c = 1, choices + 2 do
        if sums[c] < 0 then
          return redis.error_reply('CORRUPT ' .. keys[2 + page_count + a] .. ' would fall below zero')
        end
      end
      local raw = struct.pack(sums_format, unpack(sums))
      writes[#writes + 1] = keys[2 + page_count + a]
      writes[#writes + 1] = raw
      province_sums = raw
    end
  end
  revision = revision + 1
  writes[#writes + 1] = keys[1]
  writes[#writes + 1] = position_bytes(epoch, revision, reference, run)

  redis.call('XADD', keys[2], epoch .. '-' .. revision, 't', args[9], 's', province_sums, 'd', table.concat(log))
  redis.call('MSET', unpack(writes))
  redis.call('PUBLISH', args[10], args[11] .. ' ' .. epoch .. ' ' .. revision)
  return { epoch, revision, table.concat(answers) }
end

-- keys: position. args: run id, reference hash, lowest epoch, lowest revision
-- Raises the epoch unless this run already has, and never to less than asked: for a Redis that may
-- have lost writes. gives: epoch, revision, 1 where it was raised
local function raise(keys, args)
  local run, reference = args[1], args[2]
  local least_epoch, least_revision = tonumber(args[3]), tonumber(args[4])
  local raw = redis.call('GET', keys[1])
  local epoch, revision, same = 0, 0, false
  if raw then
    local at
    epoch, revision, at = struct.unpack('>I4I6', raw)
    if string.sub(raw, at, at + 7) ~= reference then
      return redis.error_reply('REFERENCE the province was counted with other reference data')
    end
    same = string.sub(raw, at + 8, at + 47) == run
  end
  local poorer = epoch < least_epoch or (epoch == least_epoch and revision < least_revision)
  if same and not poorer then
    return { epoch, revision, 0 }
  end
  epoch = math.max(epoch, least_epoch) + 1
  redis.call('SET', keys[1], position_bytes(epoch, revision, reference, run))
  return { epoch, revision, 1 }
end

redis.register_function('pantau_apply', apply)
redis.register_function('pantau_raise', raise)
