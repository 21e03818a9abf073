#!/usr/bin/env bash
# Lab 01a: a static site from a bucket, with its error page, and who may see it. Every aws command below is the plain aws
# CLI. Ends with exit code 0 when everything came out as the page says.
set -euo pipefail
source "$(dirname "$0")/../common.sh"
export AWS_DEFAULT_REGION=eu-west-1
SITE=a-static-site
FOLDER=$(mktemp -d)
trap 'rm -rf "$FOLDER"' EXIT

# page PATH: what a browser gets of the site: the status, and the page.
page() {
  curl -s -o "$FOLDER/page" -w '%{http_code}' -H "Host: $SITE.s3-website.localhost" "$AWS_ENDPOINT_URL$1"
  printf ' '
  cat "$FOLDER/page"
}

# where PATH: where it is sent to instead.
where() {
  curl -s -o /dev/null -w '%{http_code} %{redirect_url}' -H "Host: $SITE.s3-website.localhost" "$AWS_ENDPOINT_URL$1"
}

# is WANTED COMMAND…: what the command prints has to begin so.
is() {
  local wanted=$1 got
  shift
  got=$("$@")
  echo "$*: ${got%%$'\n'*}"
  case "$got" in
    "$wanted"*) ;;
    *) echo "UNEXPECTED: wanted '$wanted'" >&2; failures=$((failures + 1)) ;;
  esac
}

say "1. A bucket with three pages, as it is born: private, and public access blocked"
aws s3 mb "s3://$SITE" > /dev/null
mkdir -p "$FOLDER/www/docs"
echo '<h1>Home</h1>' > "$FOLDER/www/index.html"
echo '<h1>Docs</h1>' > "$FOLDER/www/docs/index.html"
echo '<h1>Nothing here</h1>' > "$FOLDER/www/error.html"
aws s3 sync "$FOLDER/www" "s3://$SITE" > /dev/null
is "404" page /
aws s3 website "s3://$SITE" --index-document index.html --error-document error.html
is "403" page /

say "2. A policy that lets everybody read: refused, until blocking is taken back"
cat > "$FOLDER/policy.json" <<X
{"Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::$SITE/*"}]}
X
refused aws s3api put-bucket-policy --bucket $SITE --policy "file://$FOLDER/policy.json"
aws s3api delete-public-access-block --bucket $SITE
aws s3api put-bucket-policy --bucket $SITE --policy "file://$FOLDER/policy.json"
is "True" aws s3api get-bucket-policy-status --bucket $SITE --query PolicyStatus.IsPublic

say "3. The site: index pages, folders without their slash, the error page with its status"
is "200 <h1>Home</h1>" page /
is "200 <h1>Docs</h1>" page /docs/
is "302 http" where /docs
is "403 <h1>Nothing here</h1>" page /none

say "4. With permission to list, what is missing is missing: 404 instead of 403"
cat > "$FOLDER/policy.json" <<X
{"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::$SITE/*"},
  {"Effect": "Allow", "Principal": "*", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::$SITE"}]}
X
aws s3api put-bucket-policy --bucket $SITE --policy "file://$FOLDER/policy.json"
is "404 <h1>Nothing here</h1>" page /none

say "5. Blocked again: the policy is still there, and counts for nobody outside"
aws s3api put-public-access-block --bucket $SITE --public-access-block-configuration RestrictPublicBuckets=true
is "403" page /

aws s3 rb "s3://$SITE" --force > /dev/null
finish
