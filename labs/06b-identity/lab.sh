#!/usr/bin/env bash
# Lab 06b: least privilege, addresses, second factors, a leaked key, and a path from little to all. Every aws command
# below is the plain aws CLI. Ends with exit code 0 when everything came out as the page says.
set -euo pipefail
source "$(dirname "$0")/../common.sh"
export AWS_DEFAULT_REGION=eu-west-1
ACCOUNT=$(aws sts get-caller-identity --query Account)

# as KEY COMMAND…: runs a command with the credentials in the variables KEY_ID, KEY_SECRET and KEY_TOKEN.
as() {
  local id="$1_ID" secret="$1_SECRET" token="$1_TOKEN"
  shift
  if [ -n "${!token:-}" ]; then
    AWS_ACCESS_KEY_ID=${!id} AWS_SECRET_ACCESS_KEY=${!secret} AWS_SESSION_TOKEN=${!token} "$@"
  else
    AWS_ACCESS_KEY_ID=${!id} AWS_SECRET_ACCESS_KEY=${!secret} "$@"
  fi
}

# allowed KEY COMMAND… and denied KEY COMMAND…: whether the credentials may.
allowed() { want 0 as "$@" > /dev/null; }
denied() {
  local answer
  if answer=$(as "$@" 2>&1); then
    echo "UNEXPECTED: allowed: ${*:2}" >&2
    failures=$((failures + 1))
  else
    echo "$answer" | grep -oE '\((AccessDenied[A-Za-z]*|UnauthorizedOperation|AuthorizationError|InvalidClientTokenId|RequestExpired)\)' \
      || { echo "UNEXPECTED: $answer" >&2; failures=$((failures + 1)); }
  fi
}

# key USER NAME: a new access key of a user, as NAME_ID and NAME_SECRET.
key() {
  local made
  made=$(aws iam create-access-key --user-name "$1" --query '[AccessKey.AccessKeyId,AccessKey.SecretAccessKey]')
  read -r "$2_ID" "$2_SECRET" <<< "$made"
}

# The first version of the aws CLI does not look for the endpoint of SQS in the environment.
sqs() { aws --endpoint-url "$AWS_ENDPOINT_URL" sqs "$@"; }

# policy ACTIONS RESOURCE [MORE]: a document with one statement.
policy() {
  printf '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":%s,"Resource":"%s"%s}]}' "$1" "$2" "${3:-}"
}

say "1. Least privilege from activity: a deployer who may far more than it does"
aws iam create-user --user-name deployer > /dev/null
aws iam put-user-policy --user-name deployer --policy-name wide \
  --policy-document "$(policy '["ec2:*","sqs:*","sns:*"]' '*')"
key deployer DEPLOYER
allowed DEPLOYER aws ec2 describe-vpcs
QUEUE=$(as DEPLOYER sqs create-queue --queue-name jobs --query QueueUrl)
allowed DEPLOYER sqs send-message --queue-url "$QUEUE" --message-body hello
JOB=$(aws accessanalyzer start-policy-generation \
  --policy-generation-details "principalArn=arn:aws:iam::$ACCOUNT:user/deployer" --query jobId)
until_is SUCCEEDED aws accessanalyzer get-generated-policy --job-id "$JOB" --query jobDetails.status
NARROW=$(aws accessanalyzer get-generated-policy --job-id "$JOB" \
  --query 'generatedPolicyResult.generatedPolicies[0].policy')
echo "$NARROW"
until_is PASS aws accessanalyzer check-no-new-access --policy-type IDENTITY_POLICY \
  --existing-policy-document "$(policy '["ec2:*","sqs:*","sns:*"]' '*')" --new-policy-document "$NARROW" --query result
aws iam put-user-policy --user-name deployer --policy-name wide --policy-document "$NARROW"
allowed DEPLOYER aws ec2 describe-vpcs
allowed DEPLOYER sqs send-message --queue-url "$QUEUE" --message-body again
denied DEPLOYER aws ec2 create-vpc --cidr-block 10.0.0.0/16
denied DEPLOYER aws sns list-topics

say "2. The guide's SourceIp policy: from the office only"
aws iam create-user --user-name ann > /dev/null
key ann ANN
office() {
  aws iam put-user-policy --user-name ann --policy-name office --policy-document \
    "$(policy '"ec2:Describe*"' '*' ",\"Condition\":{\"IpAddress\":{\"aws:SourceIp\":\"$1\"}}")"
}
office 127.0.0.0/8
allowed ANN aws ec2 describe-vpcs
office 203.0.113.0/24
denied ANN aws ec2 describe-vpcs
want 0 "$orrery" explain denied
# who_can ACTION RESOURCE USER [OPTION…]: whether a user is among those who may.
who_can() {
  "$orrery" who-can "$1" "$2" --json "${@:4}" | grep -q ":user/$3\""
}
want 1 who_can ec2:DescribeVpcs '*' ann --context aws:SourceIp=198.51.100.7
want 0 who_can ec2:DescribeVpcs '*' ann --context aws:SourceIp=203.0.113.7

say "3. Temporary credentials, and only with a second factor"
SEED=${TMPDIR:-/tmp}/seed.$$
DEVICE=$(aws iam create-virtual-mfa-device --virtual-mfa-device-name ann --outfile "$SEED" \
  --bootstrap-method Base32StringSeed --query VirtualMFADevice.SerialNumber)
# code STEPS: the code of the device in so many half minutes, by the clock of the world (RFC 6238).
code() {
  local now counter hex mac at
  now=$(date -u -d "$("$orrery" clock show --json | sed -n 's/.*"now": "\([^"]*\)".*/\1/p')" +%s)
  counter=$(printf '%016x' $((now / 30 + $1)))
  hex=$(base32 -d < "$SEED" | od -An -tx1 | tr -d ' \n')
  mac=$(printf "$(sed 's/../\\x&/g' <<< "$counter")" | openssl dgst -sha1 -mac HMAC -macopt "hexkey:$hex" | sed 's/.*= *//')
  at=$((16#${mac: -1} * 2))
  printf '%06d' $(((16#${mac:$at:8} & 0x7fffffff) % 1000000))
}
aws iam enable-mfa-device --user-name ann --serial-number "$DEVICE" \
  --authentication-code1 "$(code -1)" --authentication-code2 "$(code 0)"
aws iam create-role --role-name operator --assume-role-policy-document "{\"Version\":\"2012-10-17\",\"Statement\":[{
  \"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::$ACCOUNT:user/ann\"},\"Action\":\"sts:AssumeRole\",
  \"Condition\":{\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}}}]}" > /dev/null
aws iam put-role-policy --role-name operator --policy-name own --policy-document "$(policy '"ec2:*"' '*')"
ROLE=arn:aws:iam::$ACCOUNT:role/operator
denied ANN aws sts assume-role --role-arn "$ROLE" --role-session-name ann
"$orrery" clock advance 1m > /dev/null
# session NAME: takes the role, with a code, as NAME_ID, NAME_SECRET and NAME_TOKEN.
session() {
  local made
  made=$(as ANN aws sts assume-role --role-arn "$ROLE" --role-session-name ann --serial-number "$DEVICE" \
    --token-code "$(code 0)" --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]')
  read -r "$1_ID" "$1_SECRET" "$1_TOKEN" <<< "$made"
}
session OPERATOR
allowed OPERATOR aws ec2 describe-instances
"$orrery" clock advance 61m > /dev/null
denied OPERATOR aws ec2 describe-instances

say "4. A leaked key, contained: the key is switched off, and the sessions that it opened are cut"
session LEAKED
allowed LEAKED aws ec2 describe-instances
aws iam get-access-key-last-used --access-key-id "$ANN_ID" --query 'AccessKeyLastUsed.[ServiceName,Region]'
aws iam update-access-key --user-name ann --access-key-id "$ANN_ID" --status Inactive
denied ANN aws sts get-caller-identity
allowed LEAKED aws ec2 describe-instances
"$orrery" clock advance 1m > /dev/null
NOW=$("$orrery" clock show --json | sed -n 's/.*"now": "\([^"]*\)".*/\1/p')
aws iam put-role-policy --role-name operator --policy-name AWSRevokeOlderSessions --policy-document "{
  \"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\",
  \"Condition\":{\"DateLessThan\":{\"aws:TokenIssueTime\":\"$NOW\"}}}]}"
denied LEAKED aws ec2 describe-instances

say "5. A path from little to all: whoever may write the policy that he has"
TEAM=$(aws iam create-policy --policy-name team --policy-document "$(policy '["iam:CreatePolicyVersion","iam:Get*"]' '*')" \
  --query Policy.Arn)
aws iam create-user --user-name dev > /dev/null
aws iam attach-user-policy --user-name dev --policy-arn "$TEAM"
key dev DEV
want 0 "$orrery" who-can iam:CreatePolicyVersion "$TEAM"
want 0 who_can iam:CreatePolicyVersion "$TEAM" dev
want 1 who_can iam:CreateUser "arn:aws:iam::$ACCOUNT:user/new" dev
denied DEV aws iam create-user --user-name new
allowed DEV aws iam create-policy-version --policy-arn "$TEAM" --set-as-default --policy-document "$(policy '"*"' '*')"
want 0 who_can iam:CreateUser "arn:aws:iam::$ACCOUNT:user/new" dev
say "   Closed: the version taken back, and a boundary that no policy of his own gets across"
aws iam set-default-policy-version --policy-arn "$TEAM" --version-id v1
aws iam delete-policy-version --policy-arn "$TEAM" --version-id v2
BOUNDARY=$(aws iam create-policy --policy-name boundary --policy-document "$(policy '["ec2:*","iam:Get*"]' '*')" \
  --query Policy.Arn)
aws iam put-user-permissions-boundary --user-name dev --permissions-boundary "$BOUNDARY"
want 1 who_can iam:CreatePolicyVersion "$TEAM" dev
denied DEV aws iam create-policy-version --policy-arn "$TEAM" --set-as-default --policy-document "$(policy '"*"' '*')"
rm -f "$SEED"

finish
