-- Ends a turn on a held form, where it is still ours: what it came to is written, and the next may
-- come. keys: the turn, the proposal.
-- args: whose turn, what is done (keep, put, drop), the proposal, how long it stays in milliseconds
-- gives: 1, or 0 where the turn had run out and nothing was done
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return 0
end
if ARGV[2] == 'put' then
  redis.call('SET', KEYS[2], ARGV[3], 'PX', ARGV[4])
elseif ARGV[2] == 'drop' then
  redis.call('DEL', KEYS[2])
end
redis.call('DEL', KEYS[1])
return 1
