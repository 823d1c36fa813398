-- For wrk: asks with each key of a file in turn, and prints what it saw as one line of JSON.
-- With a number of clients, each request comes from any one of as many addresses.
local keys = {}
local index = 0
local clients = 0

function init(args)
  clients = tonumber(args[2] or "0")
  for key in io.lines(args[1]) do
    keys[#keys + 1] = { ["Authorization"] = "Bearer " .. key }
  end
end

function request()
  index = index % #keys + 1
  if clients > 0 then
    local client = math.random(0, clients - 1)
    keys[index]["X-Forwarded-For"] = string.format("10.0.%d.%d", client / 256, client % 256)
  end
  return wrk.format("GET", nil, keys[index])
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format(
    '{"requests":%d,"seconds":%.6f,"failed":%d,"p50":%.3f,"p99":%.3f}\n',
    summary.requests, summary.duration / 1e6, failed,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3
  ))
end
