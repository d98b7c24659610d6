# SPDX-License-Identifier: Apache-2.0
# Lines "ROUND CLIENT messages=.. failed=.. seconds=.. cpuMicrosPerMessage=.. perSecond=.." become medians, and ratios of ours with their spread.
function value(name,   i, pair) { for (i = 3; i <= NF; i++) { split($i, pair, "="); if (pair[1] == name) return pair[2] + 0 } return -1 }
function sorted(client, what,   n, i, j, t) { # into s[1..n]
  n = 0
  for (i = 1; i <= rounds; i++) s[++n] = figure[i, client, what]
  for (i = 2; i <= n; i++) for (j = i; j > 1 && s[j] < s[j - 1]; j--) { t = s[j]; s[j] = s[j - 1]; s[j - 1] = t }
  return n
}
function median(client, what,   n) { n = sorted(client, what); return n % 2 ? s[(n + 1) / 2] : (s[n / 2] + s[n / 2 + 1]) / 2 }
function ratio(ours, other, what,   i, r, low, high) {
  low = 1e99; high = 0
  for (i = 1; i <= rounds; i++) { r = figure[i, ours, what] / figure[i, other, what]; if (r < low) low = r; if (r > high) high = r }
  printf "%-6s to %-6s %-22s %.2f (%.2f-%.2f)\n", ours, other, what, median(ours, what) / median(other, what), low, high
}
{
  if ($1 > rounds) rounds = $1
  if (!($2 in seen)) { seen[$2] = 1; names[++clients] = $2 }
  figure[$1, $2, "cpuMicrosPerMessage"] = value("cpuMicrosPerMessage")
  figure[$1, $2, "perSecond"] = value("perSecond")
  failed[$2] += value("failed")
  if (value("messages") + value("failed") != count) wrong = wrong " " $2 ":" value("messages")
  if ($2 != "java" && value("messages") != count) wrong = wrong " " $2 ":" value("messages")
}
END {
  if (wrong != "") { print "wrong counts:" wrong; exit 1 }
  for (i = 1; i <= clients; i++) {
    c = names[i]
    printf "%-6s CPU %.2f us a message", c, median(c, "cpuMicrosPerMessage")
    printf " (%.2f-%.2f)", s[1], s[rounds]
    printf ", %.0f messages a second", median(c, "perSecond")
    printf " (%.0f-%.0f), %d failed\n", s[1], s[rounds], failed[c]
  }
  for (i = 1; i <= 2; i++) {
    ours = i == 1 ? "send" : "calls"
    ratio(ours, "floor", "cpuMicrosPerMessage"); ratio(ours, "java", "cpuMicrosPerMessage"); ratio(ours, "java", "perSecond")
  }
}
