using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Tests.Unit.Engines.Policies;

/// <summary>
/// What the policies of AWS's documentation do, in words of our own: each with requests on both sides of what they say.
/// Sources: IAM User Guide, "Example IAM identity-based policies" and the pages named at the policies.
/// </summary>
public sealed class DocumentedExampleTests
{
    private static readonly Dictionary<string, string[]> Policies = new()
    {
        // "AWS: Denies access to AWS based on the source IP"
        ["source IP"] =
        [
            Allow("*"),
            """
            {"Effect":"Deny","Action":"*","Resource":"*","Condition":{
             "NotIpAddress":{"aws:SourceIp":["192.0.2.0/24","203.0.113.0/24"]},"Bool":{"aws:ViaAWSService":"false"} } }
            """,
        ],
        // "AWS: Denies access to AWS based on the requested Region"
        ["region"] =
        [
            Allow("*"),
            """
            {"Effect":"Deny","NotAction":["cloudfront:*","iam:*","route53:*","support:*"],"Resource":"*",
             "Condition":{"StringNotEquals":{"aws:RequestedRegion":["eu-central-1","eu-west-1"]} } }
            """,
        ],
        // "AWS: Allows access based on date and time"
        ["dates"] =
        [
            """
            {"Effect":"Allow","Action":"ec2:*","Resource":"*","Condition":{
             "DateGreaterThan":{"aws:CurrentTime":"2026-04-01T00:00:00Z"},
             "DateLessThan":{"aws:CurrentTime":"2026-06-30T23:59:59Z"} } }
            """,
        ],
        // "AWS: Allows MFA-authenticated IAM users to manage their own credentials"
        ["own credentials"] =
        [
            Allow("*"),
            """
            {"Effect":"Deny","NotAction":["iam:ListMFADevices","iam:EnableMFADevice","sts:GetSessionToken"],
             "Resource":"*","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"} } }
            """,
        ],
        // "AWS: Allows access using MFA within specific dates", the second condition of its kind: how old the factor is
        ["fresh factor"] =
        [
            """
            {"Effect":"Allow","Action":"*","Resource":"*",
             "Condition":{"NumericLessThan":{"aws:MultiFactorAuthAge":"3600"} } }
            """,
        ],
        // "Amazon EC2: Allows starting or stopping EC2 instances a user has tagged"
        ["owner's instances"] =
        [
            """
            {"Effect":"Allow","Action":["ec2:StartInstances","ec2:StopInstances"],
             "Resource":"arn:aws:ec2:*:*:instance/*",
             "Condition":{"StringEquals":{"aws:ResourceTag/Owner":"${aws:username}"} } }
            """,
        ],
        // "Amazon S3: Allows IAM users access to their S3 home directory"
        ["home"] =
        [
            """
            {"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:aws:s3:::b","Condition":{
             "StringLike":{"s3:prefix":["","home/","home/${aws:username}/*"]} } }
            """,
            """{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::b/home/${aws:username}/*"}""",
        ],
        // "Grant a user permissions to pass a role to an AWS service"
        ["pass role"] =
        [
            """
            {"Effect":"Allow","Action":"iam:PassRole","Resource":"arn:aws:iam::*:role/app-*",
             "Condition":{"StringEquals":{"iam:PassedToService":"ec2.amazonaws.com"} } }
            """,
        ],
        // "Controlling access during AWS requests": tag keys
        ["tag keys"] =
        [
            """
            {"Effect":"Allow","Action":"ec2:CreateTags","Resource":"*","Condition":{
             "ForAllValues:StringEquals":{"aws:TagKeys":["environment","cost-center"]},
             "Null":{"aws:TagKeys":"false"} } }
            """,
        ],
        // "AWS global condition context keys", aws:CalledVia: only through CloudFormation
        ["called via"] =
        [
            """
            {"Effect":"Allow","Action":"ec2:*","Resource":"*",
             "Condition":{"ForAnyValue:StringEquals":{"aws:CalledVia":["cloudformation.amazonaws.com"]} } }
            """,
        ],
        // "Revoking IAM role temporary security credentials"
        ["revoked"] =
        [
            Allow("*"),
            """
            {"Effect":"Deny","Action":"*","Resource":"*",
             "Condition":{"DateLessThan":{"aws:TokenIssueTime":"2026-05-01T12:00:00Z"} } }
            """,
        ],
        // "AWS: Deny access to Amazon resources outside your account"
        ["own resources"] =
        [
            Allow("*"),
            """
            {"Effect":"Deny","Action":"*","Resource":"*",
             "Condition":{"StringNotEqualsIfExists":{"aws:ResourceOrgID":"${aws:PrincipalOrgID}"} } }
            """,
        ],
        // S3 user guide, "Amazon S3 condition key examples": how many keys a list has
        ["max keys"] =
        [
            """
            {"Effect":"Allow","Action":"s3:ListBucket","Resource":"*",
             "Condition":{"NumericLessThanEquals":{"s3:max-keys":"10"} } }
            """,
        ],
        // "IAM JSON policy elements: Variables and tags", default values
        ["team's bucket"] =
        [
            """
            {"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b-${aws:PrincipalTag/team, 'all'}/*"}
            """,
        ],
    };

    [Theory]
    // Policy                 Action                 Resource     What the request has                       Allowed
    [InlineData("source IP", "s3:GetObject", "*", "aws:SourceIp=192.0.2.7;aws:ViaAWSService=false", true)]
    [InlineData("source IP", "s3:GetObject", "*", "aws:SourceIp=198.51.100.1;aws:ViaAWSService=false", false)]
    [InlineData("source IP", "s3:GetObject", "*", "aws:SourceIp=198.51.100.1;aws:ViaAWSService=true", true)]
    [InlineData("region", "ec2:RunInstances", "*", "aws:RequestedRegion=eu-west-1", true)]
    [InlineData("region", "ec2:RunInstances", "*", "aws:RequestedRegion=us-east-1", false)]
    [InlineData("region", "iam:CreateUser", "*", "aws:RequestedRegion=us-east-1", true)]
    [InlineData("dates", "ec2:RunInstances", "*", "aws:CurrentTime=2026-05-01T00:00:00Z", true)]
    [InlineData("dates", "ec2:RunInstances", "*", "aws:CurrentTime=2026-04-01T00:00:00Z", false)]
    [InlineData("dates", "ec2:RunInstances", "*", "aws:CurrentTime=2026-07-01T00:00:00Z", false)]
    [InlineData("own credentials", "s3:GetObject", "*", "aws:MultiFactorAuthPresent=true", true)]
    [InlineData("own credentials", "s3:GetObject", "*", "aws:MultiFactorAuthPresent=false", false)]
    [InlineData("own credentials", "s3:GetObject", "*", "", false)]
    [InlineData("own credentials", "iam:EnableMFADevice", "*", "", true)]
    [InlineData("fresh factor", "s3:GetObject", "*", "aws:MultiFactorAuthAge=3599", true)]
    [InlineData("fresh factor", "s3:GetObject", "*", "aws:MultiFactorAuthAge=3600", false)]
    [InlineData("fresh factor", "s3:GetObject", "*", "", false)]
    [InlineData("owner's instances", "ec2:StopInstances", "arn:aws:ec2:eu-west-1:1:instance/i-1",
        "aws:username=ann;aws:ResourceTag/Owner=ann", true)]
    [InlineData("owner's instances", "ec2:StopInstances", "arn:aws:ec2:eu-west-1:1:instance/i-1",
        "aws:username=ann;aws:ResourceTag/Owner=bob", false)]
    [InlineData("owner's instances", "ec2:StopInstances", "arn:aws:ec2:eu-west-1:1:instance/i-1",
        "aws:username=ann", false)]
    [InlineData("owner's instances", "ec2:TerminateInstances", "arn:aws:ec2:eu-west-1:1:instance/i-1",
        "aws:username=ann;aws:ResourceTag/Owner=ann", false)]
    [InlineData("home", "s3:GetObject", "arn:aws:s3:::b/home/ann/x", "aws:username=ann", true)]
    [InlineData("home", "s3:GetObject", "arn:aws:s3:::b/home/bob/x", "aws:username=ann", false)]
    [InlineData("home", "s3:GetObject", "arn:aws:s3:::b/home/ann/x", "", false)]
    [InlineData("home", "s3:ListBucket", "arn:aws:s3:::b", "aws:username=ann;s3:prefix=home/ann/y", true)]
    [InlineData("home", "s3:ListBucket", "arn:aws:s3:::b", "aws:username=ann;s3:prefix=home/bob/y", false)]
    [InlineData("home", "s3:ListBucket", "arn:aws:s3:::b", "aws:username=ann;s3:prefix=home/", true)]
    [InlineData("pass role", "iam:PassRole", "arn:aws:iam::1:role/app-1",
        "iam:PassedToService=ec2.amazonaws.com", true)]
    [InlineData("pass role", "iam:PassRole", "arn:aws:iam::1:role/app-1",
        "iam:PassedToService=ecs.amazonaws.com", false)]
    [InlineData("pass role", "iam:PassRole", "arn:aws:iam::1:role/admin",
        "iam:PassedToService=ec2.amazonaws.com", false)]
    [InlineData("tag keys", "ec2:CreateTags", "*", "aws:TagKeys=environment", true)]
    [InlineData("tag keys", "ec2:CreateTags", "*", "aws:TagKeys=environment|cost-center", true)]
    [InlineData("tag keys", "ec2:CreateTags", "*", "aws:TagKeys=environment|other", false)]
    [InlineData("tag keys", "ec2:CreateTags", "*", "", false)]
    [InlineData("called via", "ec2:RunInstances", "*", "aws:CalledVia=cloudformation.amazonaws.com", true)]
    [InlineData("called via", "ec2:RunInstances", "*",
        "aws:CalledVia=cloudformation.amazonaws.com|dynamodb.amazonaws.com", true)]
    [InlineData("called via", "ec2:RunInstances", "*", "aws:CalledVia=dynamodb.amazonaws.com", false)]
    [InlineData("called via", "ec2:RunInstances", "*", "", false)]
    [InlineData("revoked", "s3:GetObject", "*", "aws:TokenIssueTime=2026-05-01T11:59:59Z", false)]
    [InlineData("revoked", "s3:GetObject", "*", "aws:TokenIssueTime=2026-05-01T12:00:00Z", true)]
    [InlineData("revoked", "s3:GetObject", "*", "", true)]
    [InlineData("own resources", "s3:GetObject", "*", "aws:ResourceOrgID=o-1;aws:PrincipalOrgID=o-1", true)]
    [InlineData("own resources", "s3:GetObject", "*", "aws:ResourceOrgID=o-2;aws:PrincipalOrgID=o-1", false)]
    [InlineData("max keys", "s3:ListBucket", "*", "s3:max-keys=10", true)]
    [InlineData("max keys", "s3:ListBucket", "*", "s3:max-keys=11", false)]
    [InlineData("max keys", "s3:ListBucket", "*", "", false)]
    [InlineData("team's bucket", "s3:GetObject", "arn:aws:s3:::b-core/k", "aws:PrincipalTag/team=core", true)]
    [InlineData("team's bucket", "s3:GetObject", "arn:aws:s3:::b-all/k", "aws:PrincipalTag/team=core", false)]
    [InlineData("team's bucket", "s3:GetObject", "arn:aws:s3:::b-all/k", "", true)]
    public void A_documented_policy_decides_as_its_page_says(
        string policy, string action, string resource, string has, bool isAllowed)
    {
        var request = Ask.Request(action, resource, Ask.Policy(Policies[policy]), null, Context(has));
        Assert.Equal(isAllowed, Evaluator.Decide(request).IsAllowed);
    }

    [Fact]
    public void Each_documented_policy_is_a_policy() =>
        Assert.All(
            Policies.Values, p => Assert.NotNull(PolicyDocument.Read(Ask.Policy(p), PolicyKind.Identity, out _)));

    private static string Allow(string action) => $$"""{"Effect":"Allow","Action":"{{action}}","Resource":"*"}""";

    private static RequestContext Context(string has) => new(has.Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .Select(pair => KeyValuePair.Create(ContextKey.Of(pair[0]), new ContextValues(pair[1].Split('|')))));
}
