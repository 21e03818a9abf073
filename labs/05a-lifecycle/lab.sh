#!/usr/bin/env bash
# Lab 05a: 400 days of a bucket with and without a lifecycle rule: bytes by class, what a month costs, and a restore in
# anger. Every aws command below is the plain aws CLI. Ends with exit code 0 when everything came out as the page says.
set -euo pipefail
source "$(dirname "$0")/../common.sh"
export AWS_DEFAULT_REGION=us-east-1
FOLDER=$(mktemp -d)
trap 'rm -rf "$FOLDER"' EXIT
head -c 1048576 /dev/zero > "$FOLDER/log"
head -c 4096 /dev/zero > "$FOLDER/small"

# is WANTED COMMAND…: what the command prints has to be that.
is() {
  local wanted=$1 got
  shift
  got=$("$@")
  echo "$got"
  if [ "$got" != "$wanted" ]; then
    echo "UNEXPECTED: wanted '$wanted'" >&2
    failures=$((failures + 1))
  fi
}

# count BUCKET CLASS: how many logs a bucket has in a class.
count() {
  aws s3api list-objects-v2 --bucket "$1" --prefix logs/ --query "length(Contents[?StorageClass=='$2'] || \`[]\`)"
}

say "1. Two buckets; one has the rule: IA after 30 days, Glacier after 90, gone after 365"
for bucket in with-a-rule without-a-rule; do aws s3 mb "s3://$bucket" > /dev/null; done
cat > "$FOLDER/rule.json" <<X
{"Rules": [{"ID": "ageing", "Status": "Enabled", "Filter": {"Prefix": ""},
  "Transitions": [{"Days": 30, "StorageClass": "STANDARD_IA"}, {"Days": 90, "StorageClass": "GLACIER"}],
  "Expiration": {"Days": 365}}]}
X
aws s3api put-bucket-lifecycle-configuration --bucket with-a-rule --lifecycle-configuration "file://$FOLDER/rule.json" \
  > /dev/null

say "2. A log of 1 MiB each 30 days into both, for 400 days"
for day in $(seq 0 30 390); do
  for bucket in with-a-rule without-a-rule; do
    aws s3api put-object --bucket $bucket --key "logs/$(printf %03d "$day")" --body "$FOLDER/log" > /dev/null
  done
  [ "$day" -ne 270 ] || aws s3api put-object --bucket with-a-rule --key small --body "$FOLDER/small" > /dev/null
  "$orrery" clock advance "$([ "$day" -lt 390 ] && echo 30d || echo 10d)" > /dev/null
done

say "3. Bytes by class, day by day"
"$orrery" s3 usage without-a-rule --since 400d --region us-east-1
"$orrery" s3 usage with-a-rule --since 400d --region us-east-1
echo "with the rule, of 14 logs: in the standard class, in IA, in Glacier"
is 1 count with-a-rule STANDARD
is 2 count with-a-rule STANDARD_IA
is 9 count with-a-rule GLACIER
echo "without it"
is 14 count without-a-rule STANDARD
echo "4 KiB do not move: 128 KiB are the least that a rule moves unless it says otherwise"
is STANDARD aws s3api list-objects-v2 --bucket with-a-rule --prefix small --query 'Contents[0].StorageClass'

echo "what it is charged for: what lay there and for how long, the moves, and what went before its time"
"$orrery" s3 usage with-a-rule --since 400d --region us-east-1 --bill

say "4. What a month costs, for each TiB of logs a month (prices of us-east-1: 0.023, 0.0125, 0.0036 dollars for a GB)"
awk 'BEGIN {
  gb = 1024
  printf "month 13 without the rule: %7.2f dollars a month, and growing\n", 14 * gb * 0.023
  printf "month 13 with the rule:    %7.2f dollars a month, and no longer growing\n", \
    gb * (1 * 0.023 + 2 * 0.0125 + 9 * 0.0036)
  # IA bills 128 KiB at least, Glacier keeps 32 KiB at its price and 8 KiB at the standard price beside each object; a
  # move costs 0.01 and 0.03 dollars a thousand.
  for (kib = 4; kib <= 1024; kib *= 4) {
    n = gb * 1024 * 1024 / kib
    ia = n * (kib < 128 ? 128 : kib) / 1048576 * 0.0125
    glacier = n * ((kib + 32) / 1048576 * 0.0036 + 8 / 1048576 * 0.023)
    standard = gb * 0.023
    printf "objects of %4d KiB: a TiB-month is %7.2f standard, %8.2f IA, %7.2f Glacier; moving it there pays after %s\n", \
      kib, standard, ia, glacier, \
      ((standard > glacier) ? sprintf("%.1f months", n * 0.03 / 1000 / (standard - glacier)) : "never")
  }
}'

say "5. Restore in anger: a log of five months ago, now"
refused aws s3api get-object --bucket with-a-rule --key logs/240 "$FOLDER/got"
aws s3api restore-object --bucket with-a-rule --key logs/240 \
  --restore-request '{"Days": 2, "GlacierJobParameters": {"Tier": "Expedited"}}'
is 'ongoing-request="true"' aws s3api head-object --bucket with-a-rule --key logs/240 --query Restore
"$orrery" clock advance 5m > /dev/null
want 0 aws s3api get-object --bucket with-a-rule --key logs/240 "$FOLDER/got" --query ContentLength
"$orrery" clock advance 3d > /dev/null
refused aws s3api get-object --bucket with-a-rule --key logs/240 "$FOLDER/got"

for bucket in with-a-rule without-a-rule; do aws s3 rb "s3://$bucket" --force > /dev/null; done
finish
