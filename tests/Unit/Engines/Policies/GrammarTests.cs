using Orrery.Core;
using Orrery.Engines.Policies.Documents;

namespace Orrery.Tests.Unit.Engines.Policies;

/// <summary>
/// IAM User Guide, "Grammar of the IAM JSON policy language". The messages are those that users report of IAM
/// (issues of 99designs/iamy 74 and 65, aws/aws-cdk 7615, terraform-aws-modules/terraform-aws-iam 603, garnaat/kappa
/// 111), and that moto's tests, made against IAM, tell.
/// </summary>
public sealed class GrammarTests
{
    private const string Ok = """ "Effect":"Allow","Action":"s3:GetObject","Resource":"*" """;

    [Theory]
    [InlineData("null", "Syntax errors in policy.")]
    [InlineData("not json", "Syntax errors in policy.")]
    [InlineData("""{"Version":"2012-10-17"}""", "Syntax errors in policy.")]
    [InlineData("""{"Version":"2012-10-17","Statement":[]}""", "Syntax errors in policy.")]
    [InlineData("""{"Version":"2012-10-18","Statement":{OK}}""", "Syntax errors in policy.")]
    [InlineData("""{"Version":"2012-10-17","Extra":"x","Statement":{OK}}""", "Syntax errors in policy.")]
    [InlineData("""{"Version":"2012-10-17","Version":"2012-10-17","Statement":{OK}}""", "Syntax errors in policy.")]
    [InlineData("""{"Version":"2012-10-17","Id":[],"Statement":{OK}}""", "Syntax errors in policy.")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Extra":"x",OK}}""", "Syntax errors in policy.")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"NotAction":"s3:*",OK}}""", "Syntax errors in policy.")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Action":"s3:*","Resource":"*"}}""",
        "Syntax errors in policy.")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Condition":["a"],OK}}""", "Syntax errors in policy.")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Condition":{"StringEq":{"a:b":"c"}},OK}}""",
        "Syntax errors in policy.")]
    [InlineData("""{"Statement":{OK}}""", "Policy document must be version 2012-10-17 or greater.")]
    [InlineData("""{"Version":"2008-10-17","Statement":{OK}}""",
        "Policy document must be version 2012-10-17 or greater.")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"allow","Action":"s3:*","Resource":"*"}}""",
        "The policy failed legacy parsing")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Condition":{"DateLessThan":{"aws:CurrentTime":"soon"}},OK}}""",
        "The policy failed legacy parsing")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Sid":"a",OK},{"Sid":"a",OK}]}""",
        "Statement IDs (SID) in a single policy must be unique.")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Sid":"a b",OK}}""",
        "Statement IDs (SID) must be alpha-numeric. "
            + "Check that your input satisfies the regular expression [0-9A-Za-z]*")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Resource":"*"}}""",
        "Policy statement must contain actions.")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":[],"Resource":"*"}}""",
        "Policy statement must contain actions.")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*"}}""",
        "Policy statement must contain resources.")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Principal":"*",OK}}""",
        "Policy document should not specify a principal.")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"GetObject","Resource":"*"}}""",
        "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:Get:X","Resource":"*"}}""",
        "Actions/Condition can contain only one colon.")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"a_b:Get","Resource":"*"}}""",
        "Vendor a_b is not valid")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"bucket"}}""",
        "Resource bucket must be in ARN format or \"*\".")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"arn:aws:*:::b"}}""",
        "Resource vendor must be fully qualified and cannot contain regexes.")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"arn:x:s3:::b"}}""",
        "Partition \"x\" is not valid for resource \"arn:x:s3:*:*:b\".")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"arn:aws:s3:e:1:b"}}""",
        "Resource arn:aws:s3:e:1:b can not contain region information.")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"arn:aws:iam:e::x"}}""",
        "IAM resource arn:aws:iam:e::x cannot contain region information.")]
    public void IAM_refuses_an_identity_policy_in_its_words(string document, string message)
    {
        var refused = Assert.Throws<ServiceException>(
            () => PolicyDocument.Parse(document.Replace("OK", Ok), PolicyKind.Identity));
        Assert.Equal(("MalformedPolicyDocument", message), (refused.Code, refused.Message));
    }

    [Theory]
    [InlineData(PolicyKind.Trust, """{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole","Resource":"*"}""",
        "Has prohibited field Resource")]
    [InlineData(PolicyKind.Trust, """{"Effect":"Allow","Principal":"*","Action":"s3:GetObject"}""",
        "AssumeRole policy may only specify STS AssumeRole actions.")]
    [InlineData(PolicyKind.Trust, """{"Effect":"Allow","Action":"sts:AssumeRole"}""",
        "Missing required field Principal")]
    [InlineData(PolicyKind.Trust, """{"Effect":"Allow","Principal":{"AWS":"bob"},"Action":"sts:AssumeRole"}""",
        "Invalid principal in policy: \"AWS\":\"bob\"")]
    [InlineData(PolicyKind.Resource,
        """{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:user/*"},"Action":"s3:*","Resource":"*"}""",
        "Invalid principal in policy: \"AWS\":\"arn:aws:iam::111122223333:user/*\"")]
    [InlineData(PolicyKind.Resource, """{"Effect":"Allow","NotPrincipal":"*","Action":"s3:*","Resource":"*"}""",
        "Allow with NotPrincipal is not allowed")]
    [InlineData(PolicyKind.Resource, """{"Effect":"Allow","Principal":{"Who":"x"},"Action":"s3:*","Resource":"*"}""",
        "Syntax errors in policy.")]
    [InlineData(PolicyKind.ServiceControl, """{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}""",
        "The provided policy document does not meet the requirements of the specified policy type.")]
    [InlineData(PolicyKind.ResourceControl, """{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}""",
        "The provided policy document does not meet the requirements of the specified policy type.")]
    public void Each_kind_of_policy_has_rules_of_its_own(PolicyKind kind, string statement, string message)
    {
        PolicyDocument.Read(Ask.Policy(statement), kind, out var fault);
        Assert.Equal(message, fault?.Message);
    }

    [Fact]
    public void Single_values_and_lists_are_the_same_and_statements_know_their_lines()
    {
        var document = PolicyDocument.Parse(
            """
            {
              "Version": "2012-10-17",
              "Id": "two",
              "Statement": [
                { "Sid": "first", "Effect": "Allow", "Action": "s3:*", "Resource": ["*"] },
                {
                  "Effect": "Deny", "NotAction": ["iam:*"], "NotResource": "arn:aws:s3:::b",
                  "Condition": { "Bool": { "aws:SecureTransport": false }, "NumericLessThan": { "s3:max-keys": 10 } }
                }
              ]
            }
            """,
            PolicyKind.Identity);
        Assert.Equal(("two", 2), (document.Id, document.Statements.Count));
        Assert.Equal([5, 6], document.Statements.Select(s => s.Line));
        Assert.Equal(["s3:*"], document.Statements[0].Actions);
        Assert.True(document.Statements[1] is { IsNotAction: true, IsNotResource: true, Effect: Effect.Deny });
        Assert.Equal(["false", "10"], document.Statements[1].Conditions.SelectMany(c => c.Values));
    }

    [Fact]
    public void A_policy_without_version_is_of_2008_where_its_kind_may_be() => Assert.Equal(
        PolicyVersion.V2008,
        PolicyDocument.Parse(
            """{"Statement":{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}}""",
            PolicyKind.Resource).Version);

    // IAM User Guide, "IAM and AWS STS quotas": white space does not count.
    [Fact]
    public void What_is_too_long_is_refused_and_white_space_does_not_count()
    {
        Assert.Equal(2, PolicyQuotas.LengthOf(" { \n } "));
        Assert.Null(PolicyQuotas.Over(6144, PolicyQuotas.Managed));
        Assert.Equal(
            "Cannot exceed quota for PolicySize: 6144", PolicyQuotas.Over(6145, PolicyQuotas.Managed)?.Message);
        Assert.Equal(
            "Maximum policy size of 2048 bytes exceeded for user alice",
            PolicyQuotas.Over(2049, PolicyQuotas.User, "user alice")?.Message);
    }

    [Theory]
    [InlineData("{\"a\uFFFF\":1}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]")]
    [InlineData("{\"Version\":\"\\ud800\"}")]
    public void Strange_texts_are_syntax_errors(string text)
    {
        Assert.Null(PolicyDocument.Read(text, PolicyKind.Identity, out var fault));
        Assert.Equal(PolicyProblem.Syntax, fault?.Problem);
    }
}
