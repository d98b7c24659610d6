# SPDX-License-Identifier: Apache-2.0
# Lines "ROUND CLIENT messages=.. failed=.. seconds=.. cpuMicrosPerMessage=.. perSecond=.. expected=.." of one case become medians,
# and ratios of ours to the Java client and to the floor, with their spread over the rounds. The client named java may fail sends.
function value(name,   i, pair) { for (i = 3; i <= NF; i++) { split($i, pair, "="); if (pair[1] == name) return pair[2] + 0 } return -1 }
function sorted(client, what,   n, i, j, t) { # into s[1..n]
  n = 0
  for (i = 1; i <= rounds; i++) s[++n] = figure[i, client, what]
  for (i = 2; i <= n; i++) for (j = i; j > 1 && s[j] < s[j - 1]; j--) { t = s[j]; s[j] = s[j - 1]; s[j - 1] = t }
  return n
}
function median(client, what,   n) { n = sorted(client, what); return n % 2 ? s[(n + 1) / 2] : (s[n / 2] + s[n / 2 + 1]) / 2 }
function ratio(ours, other, what, words,   i, r, low, high) {
  if (!(other in seen)) return
  low = 1e99; high = 0
  for (i = 1; i <= rounds; i++) { r = figure[i, ours, what] / figure[i, other, what]; if (r < low) low = r; if (r > high) high = r }
  printf "  %-6s %s of %s: %.2f (%.2f-%.2f)\n", ours, words, other, median(ours, what) / median(other, what), low, high
}
{
  if ($1 > rounds) rounds = $1
  if (!($2 in seen)) { seen[$2] = 1; names[++clients] = $2 }
  figure[$1, $2, "cpuMicrosPerMessage"] = value("cpuMicrosPerMessage")
  figure[$1, $2, "perSecond"] = value("perSecond")
  failed[$2] += value("failed")
  if (value("messages") + value("failed") != value("expected") || ($2 != "java" && value("failed") != 0)) wrong = wrong " " $2 ":" value("messages")
}
END {
  if (wrong != "" || clients == 0) { print "wrong counts:" wrong; exit 1 }
  for (i = 1; i <= clients; i++) {
    c = names[i]
    printf "%-6s %-6s CPU %.2f us a message", title, c, median(c, "cpuMicrosPerMessage")
    printf " (%.2f-%.2f)", s[1], s[rounds]
    printf ", %.0f messages a second", median(c, "perSecond")
    printf " (%.0f-%.0f), %d failed\n", s[1], s[rounds], failed[c]
  }
  for (i = 1; i <= clients; i++) {
    c = names[i]
    if (c == "java" || c == "floor") continue
    ratio(c, "java", "cpuMicrosPerMessage", "CPU"); ratio(c, "floor", "cpuMicrosPerMessage", "CPU"); ratio(c, "java", "perSecond", "rate")
  }
}
