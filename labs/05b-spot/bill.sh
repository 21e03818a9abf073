# What the Spot Instances of lab 05b cost; sourced by its script. Orrery has no bill yet, so that it is worked out here:
# each second of an instance at the Spot price that DescribeSpotPriceHistory gives for its type and zone at that time,
# against the On-Demand price of data/spot-prices.csv. AWS rounds the same way, but charges nothing for an instance that
# it interrupts in its first hour: left out here.

# epochs: turns the instants in the first column of what it reads into seconds.
epochs() {
  local all
  all=$(cat)
  paste <(cut -f1 <<< "$all" | date -u -f - +%s) <(cut -f2- <<< "$all")
}

# note: writes down type and zone of the lab's instances; those that ended are forgotten by EC2 after an hour.
note() {
  aws ec2 describe-instances --filters "Name=tag:lab,Values=05b-*" \
    --query 'Reservations[].Instances[].[InstanceId,InstanceType,Placement.AvailabilityZone]' >> "$work/instances"
  sort -u -o "$work/instances" "$work/instances"
}

# bill FLEET FROM TO: a table with a line for each pool, and the total.
bill() {
  local region=$AWS_DEFAULT_REGION types
  aws ec2 describe-fleet-history --fleet-id "$1" --event-type instance-change --start-time "$2" \
    --query 'HistoryRecords[].[Timestamp,EventInformation.EventSubType,EventInformation.InstanceId]' \
    | epochs > "$work/history"
  types=$(cut -f2 "$work/instances" | sort -u)
  # shellcheck disable=SC2086 # a word for each type
  aws ec2 describe-spot-price-history --instance-types $types --product-descriptions Linux/UNIX \
    --start-time "$2" --end-time "$3" \
    --query 'SpotPriceHistory[].[Timestamp,InstanceType,AvailabilityZone,SpotPrice]' | epochs | sort -n > "$work/prices"
  awk -F'\t' -v OFS='\t' -v end="$(date -u -d "$3" +%s)" '
    FILENAME ~ /instances$/ { pool[$1] = $2 " " $3; next }
    FILENAME ~ /prices$/ { p = $2 " " $3; n = ++count[p]; at[p, n] = $1; price[p, n] = $4; next }
    FILENAME ~ /history$/ { if ($2 == "launched") from[$3] = $1; else to[$3] = $1; next }
    { list[$1] = $2 }
    END {
      for (id in from) {
        p = pool[id]
        if (p == "") { print "UNEXPECTED: nobody saw " id " run" > "/dev/stderr"; continue }
        stop = (id in to) ? to[id] : end
        for (n = 1; n <= count[p]; n++) {
          a = at[p, n] > from[id] ? at[p, n] : from[id]
          b = n < count[p] && at[p, n + 1] < stop ? at[p, n + 1] : stop
          if (b > a) { spot[p] += (b - a) / 3600 * price[p, n]; hours[p] += (b - a) / 3600 }
        }
      }
      line = "%-12s %-12s %9s %11s %11s %8s\n"
      printf line, "type", "zone", "hours", "Spot USD", "On-Demand", "saved"
      for (p in hours) {
        split(p, part, " ")
        full = hours[p] * list[part[1]]
        printf line, part[1], part[2], sprintf("%.1f", hours[p]), sprintf("%.3f", spot[p]), sprintf("%.3f", full),
          sprintf("%.0f %%", 100 * (1 - spot[p] / full)) | "sort"
        h += hours[p]; s += spot[p]; f += full
      }
      close("sort")
      printf line, "total", "", sprintf("%.1f", h), sprintf("%.3f", s), sprintf("%.3f", f),
        sprintf("%.0f %%", 100 * (1 - s / f))
    }' "$work/instances" "$work/prices" "$work/history" \
    <(awk -F, -v OFS='\t' -v region="$region" '$1 == region { print $2, $3 }' "$prices")
}

# served LOAD RATE FROM TO: the share of the demand that was answered, in percent with two digits. A minute in which no
# instance runs has no sample: what was asked in it counts as not served.
served() {
  local name sum asked=0 failed=0
  for name in RequestCount ErrorCount; do
    sum=$(aws cloudwatch get-metric-statistics --namespace Orrery/Load --metric-name "$name" \
      --dimensions Name=LoadName,Value="$1" --statistics Sum --period 3600 --start-time "$3" --end-time "$4" \
      --query 'sum(Datapoints[].Sum)')
    [ "$name" = RequestCount ] && asked=$sum || failed=$sum
  done
  awk -v ok="$asked" -v failed="$failed" -v rate="$2" \
    -v seconds="$(($(date -u -d "$4" +%s) - $(date -u -d "$3" +%s)))" \
    'BEGIN { share = 100 * (ok - failed) / (rate * seconds); printf "%.2f\n", (share > 100 ? 100 : share) }'
}
