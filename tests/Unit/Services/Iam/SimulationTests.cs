using Orrery.Services.Iam.Operations.Simulations;
using Orrery.Services.Iam.Operations.UserPolicies;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Tests.Unit.Services.Iam;

/// <summary>Policies tried out. Source: IAM API Reference, SimulatePrincipalPolicy, SimulateCustomPolicy.</summary>
public sealed class SimulationTests
{
    private const string Reading =
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:Get*","Resource":"arn:aws:s3:::b/*"}}""";

    private const string NearBy =
        """
        {"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"s3:GetObject","Resource":"*",
         "Condition":{"NotIpAddress":{"aws:SourceIp":"10.0.0.0/8"}}}}
        """;

    [Theory]
    [InlineData("s3:GetObject", "arn:aws:s3:::b/k", "10.1.1.1", "Allowed", "PolicyInputList.1")]
    [InlineData("s3:GetObject", "arn:aws:s3:::b/k", "192.0.2.1", "ExplicitDeny", "PolicyInputList.2")]
    [InlineData("s3:GetObject", "arn:aws:s3:::c/k", "10.1.1.1", "ImplicitDeny", null)]
    [InlineData("s3:PutObject", "arn:aws:s3:::b/k", "10.1.1.1", "ImplicitDeny", null)]
    public void Policies_that_are_passed_in_decide(
        string action, string resource, string address, string decision, string? matched)
    {
        var result = Assert.Single(Registry.New().Run(new SimulateCustomPolicy(), new()
        {
            PolicyInputList = [Reading, NearBy],
            ActionNames = [action],
            ResourceArns = [resource],
            ContextEntries = [new() { ContextKeyName = "aws:SourceIp", ContextKeyValues = [address] }],
        }).EvaluationResults!);
        Assert.Equal(decision, result.EvalDecision.ToString());
        Assert.Equal(matched, result.MatchedStatements!.SingleOrDefault()?.SourcePolicyId);
        Assert.Empty(result.MissingContextValues!);
    }

    [Fact]
    public void A_matched_statement_is_told_with_its_place_as_the_guides_example_has_it()
    {
        // AWS CLI Command Reference, simulate-custom-policy, first example.
        var result = Registry.New().Run(new SimulateCustomPolicy(), new()
        {
            PolicyInputList =
            [
                """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"dynamodb:*","Resource":"""
                + """ "*","Condition":{"DateGreaterThan":{"aws:CurrentTime":"2018-08-16T12:00:00Z"}}}}""".TrimStart(),
            ],
            ActionNames = ["dynamodb:CreateBackup"],
            ContextEntries =
            [
                new()
                {
                    ContextKeyName = "aws:CurrentTime", ContextKeyValues = ["2019-04-25T11:00:00Z"],
                    ContextKeyType = ContextKeyTypeEnum.Date,
                },
            ],
        }).EvaluationResults!.Single();
        var matched = Assert.Single(result.MatchedStatements!);
        Assert.Equal("PolicyInputList.1", matched.SourcePolicyId);
        Assert.Equal((1, 38), (matched.StartPosition!.Line, matched.StartPosition.Column));
        Assert.Equal((1, 167), (matched.EndPosition!.Line, matched.EndPosition.Column));
    }

    [Fact]
    public void What_a_user_has_decides_with_the_limit_of_a_boundary()
    {
        var iam = Registry.New();
        var user = iam.User();
        iam.Run(new PutUserPolicy(), new() { UserName = "ann", PolicyName = "p", PolicyDocument = Registry.Open });
        var results = iam.Run(new SimulatePrincipalPolicy(), new()
        {
            PolicySourceArn = user.Arn,
            PermissionsBoundaryPolicyInputList = [Reading],
            ActionNames = ["s3:GetObject", "s3:PutObject"],
            ResourceArns = ["arn:aws:s3:::b/k", "arn:aws:s3:::c/k"],
        }).EvaluationResults!;
        Assert.Equal(["s3:GetObject", "s3:PutObject"], results.Select(r => r.EvalActionName));
        Assert.All(results, r => Assert.Equal(PolicyEvaluationDecisionType.ImplicitDeny, r.EvalDecision));
        Assert.Equal(
            [PolicyEvaluationDecisionType.Allowed, PolicyEvaluationDecisionType.ImplicitDeny],
            results[0].ResourceSpecificResults!.Select(r => r.EvalResourceDecision!.Value));
        Assert.False(results[0].PermissionsBoundaryDecisionDetail!.AllowedByPermissionsBoundary);
    }

    [Fact]
    public void What_cannot_be_simulated_is_refused()
    {
        var iam = Registry.New();
        SimulateCustomPolicyRequest request = new() { PolicyInputList = [Reading], ActionNames = ["nonsense"] };
        Assert.Equal("InvalidInput", iam.Rig.Refused(new SimulateCustomPolicy(), request));
        request = request with { ActionNames = ["s3:GetObject"], ResourceHandlingOption = "EC2-VPC-InstanceStore" };
        Assert.Equal("ValidationError", iam.Rig.Refused(new SimulateCustomPolicy(), request));
        request = request with { ResourceHandlingOption = null, PolicyInputList = ["{}"] };
        Assert.Equal("InvalidInput", iam.Rig.Refused(new SimulateCustomPolicy(), request));
    }
}
