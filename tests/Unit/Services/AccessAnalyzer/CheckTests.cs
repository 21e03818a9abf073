using Orrery.Services.AccessAnalyzer.Operations.PolicyChecks;
using Orrery.Wire.Generated.Accessanalyzer;

namespace Orrery.Tests.Unit.Services.AccessAnalyzer;

/// <summary>Checks of documents.</summary>
public sealed class CheckTests
{
    private readonly Rig _rig = new Desk().Rig;

    [Theory]
    [InlineData("s3:GetObject", "s3:GetObject", CheckNoNewAccessResultShape.Pass)]
    [InlineData("s3:*", "s3:GetObject", CheckNoNewAccessResultShape.Pass)]
    [InlineData("s3:GetObject", "s3:Get*", CheckNoNewAccessResultShape.Fail)]
    public void New_access_is_found(string before, string after, CheckNoNewAccessResultShape result)
    {
        var answer = _rig.Run(new CheckNoNewAccess(), new()
        {
            ExistingPolicyDocument = Policy(before), NewPolicyDocument = Policy(after),
            PolicyType = AccessCheckPolicyType.IdentityPolicy,
        });
        Assert.Equal(result, answer.Result);
        Assert.Equal(result == CheckNoNewAccessResultShape.Fail ? 0 : null, answer.Reasons?.Single().StatementIndex);
    }

    [Theory]
    [InlineData("iam:PassRole", CheckAccessNotGrantedResultShape.Fail)]
    [InlineData("s3:PutObject", CheckAccessNotGrantedResultShape.Pass)]
    public void Access_that_must_not_be_granted_is_found(string action, CheckAccessNotGrantedResultShape result) =>
        Assert.Equal(result, _rig.Run(new CheckAccessNotGranted(), new()
        {
            PolicyDocument = Policy("iam:*"), Access = [new() { Actions = [action] }],
            PolicyType = AccessCheckPolicyType.IdentityPolicy,
        }).Result);

    [Theory]
    [InlineData("\"*\"", "", CheckNoPublicAccessResultShape.Fail)]
    [InlineData("""{"AWS":"999988887777"}""", "", CheckNoPublicAccessResultShape.Pass)]
    [InlineData(
        "\"*\"", ""","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"} }""",
        CheckNoPublicAccessResultShape.Pass)]
    public void Public_access_is_found(string principal, string more, CheckNoPublicAccessResultShape result) =>
        Assert.Equal(result, _rig.Run(new CheckNoPublicAccess(), new()
        {
            ResourceType = AccessCheckResourceType.AWSSQSQueue,
            PolicyDocument = "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"sqs:*\","
                + $"\"Resource\":\"*\",\"Principal\":{principal}{more}}}}}",
        }).Result);

    [Fact]
    public void A_document_is_validated_by_statement_and_line()
    {
        var findings = _rig.Run(new ValidatePolicy(), new()
        {
            PolicyType = PolicyType.IdentityPolicy, PolicyDocument = Policy("iam:PassRole"),
        }).Findings!;
        var finding = Assert.Single(findings);
        Assert.Equal(
            (ValidatePolicyFindingType.SecurityWarning, "PASS_ROLE_WITH_STAR_IN_RESOURCE"),
            (finding.FindingType, finding.IssueCode));
        Assert.Equal(1, finding.Locations!.Single().Span!.Start!.Line);
        var error = _rig.Run(new ValidatePolicy(), new()
        {
            PolicyType = PolicyType.IdentityPolicy, PolicyDocument = "{",
        }).Findings!.Single();
        Assert.Equal(ValidatePolicyFindingType.Error, error.FindingType);
        Assert.Equal("ValidationException", _rig.Refused(new CheckNoNewAccess(), new CheckNoNewAccessRequest
        {
            ExistingPolicyDocument = "{", NewPolicyDocument = "{", PolicyType = AccessCheckPolicyType.IdentityPolicy,
        }));
    }

    private static string Policy(string action) =>
        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"" + action
        + "\",\"Resource\":\"*\"}}";
}
