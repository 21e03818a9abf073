using Orrery.Services.Organizations.Operations.Organization;
using Orrery.Services.Organizations.Operations.Policies;
using Orrery.Services.Organizations.Operations.Roots;
using Orrery.Wire.Generated.Organizations;

namespace Orrery.Tests.Unit.Services.Organizations;

/// <summary>Control policies and what they are attached to.</summary>
public sealed class PolicyTests
{
    [Fact]
    public void A_type_is_enabled_with_the_policy_that_allows_all_everywhere()
    {
        var company = new Company();
        var before = company.Account("early");
        var policy = company.Policy("p");
        Assert.Equal(
            "PolicyTypeNotEnabledException",
            company.Rig.Refused(new AttachPolicy(), new() { PolicyId = policy, TargetId = before }));
        company.Enable();
        foreach (var target in (string[])[company.Root, before, company.Account("late"), company.Unit("u")])
            Assert.Equal(["FullAWSAccess"], company.At(target));
        Assert.Equal(
            "PolicyTypeAlreadyEnabledException",
            company.Rig.Refused(
                new EnablePolicyType(),
                new() { RootId = company.Root, PolicyType = PolicyType.ServiceControlPolicy }));
        company.Attach(policy, before);
        company.Rig.Run(
            new DisablePolicyType(), new() { RootId = company.Root, PolicyType = PolicyType.ServiceControlPolicy });
        Assert.Empty(company.At(before));
        company.Enable();
        Assert.Equal(["FullAWSAccess"], company.At(before));
    }

    [Fact]
    public void A_policy_in_use_stays_and_one_has_to_be_left()
    {
        var company = new Company();
        company.Enable();
        var (policy, unit) = (company.Policy("deny"), company.Unit("u"));
        company.Attach(policy, unit);
        Assert.Equal(
            "DuplicatePolicyAttachmentException",
            company.Rig.Refused(new AttachPolicy(), new() { PolicyId = policy, TargetId = unit }));
        Assert.Equal("PolicyInUseException", company.Rig.Refused(new DeletePolicy(), new() { PolicyId = policy }));
        var targets = company.Rig.Run(new ListTargetsForPolicy(), new() { PolicyId = policy }).Targets!;
        Assert.Equal((unit, TargetType.OrganizationalUnit), (targets.Single().TargetId, targets.Single().Type));
        company.Rig.Run(new DetachPolicy(), new() { PolicyId = "p-FullAWSAccess", TargetId = unit });
        Assert.Equal(
            "ConstraintViolationException",
            company.Rig.Refused(new DetachPolicy(), new() { PolicyId = policy, TargetId = unit }));
        company.Attach("p-FullAWSAccess", unit);
        company.Rig.Run(new DetachPolicy(), new() { PolicyId = policy, TargetId = unit });
        Assert.Equal(
            "PolicyNotAttachedException",
            company.Rig.Refused(new DetachPolicy(), new() { PolicyId = policy, TargetId = unit }));
        company.Rig.Run(new DeletePolicy(), new() { PolicyId = policy });
        Assert.Equal("PolicyNotFoundException", company.Rig.Refused(new DescribePolicy(), new() { PolicyId = policy }));
    }

    [Fact]
    public void Ten_service_control_policies_fit_on_a_target_and_five_resource_control_policies()
    {
        var company = new Company();
        foreach (var (type, limit) in (
            (PolicyType, int)[])[(PolicyType.ServiceControlPolicy, 10), (PolicyType.ResourceControlPolicy, 5)])
        {
            company.Enable(type);
            for (var n = 2; n <= limit; n++) company.Attach(Made(company, type, $"p{n}", ""), company.Root);
            Assert.Equal("ConstraintViolationException", company.Rig.Refused(
                new AttachPolicy(), new() { PolicyId = Made(company, type, "over", ""), TargetId = company.Root }));
        }
    }

    [Theory]
    [InlineData(PolicyType.ServiceControlPolicy, 10_240)]
    [InlineData(PolicyType.ResourceControlPolicy, 5120)]
    public void A_policy_has_as_many_characters_as_its_type_allows(PolicyType type, int limit)
    {
        var company = new Company();
        var least = Document(type, "").Length;
        Made(company, type, "full", new(' ', limit - least));
        Assert.Equal(
            "ConstraintViolationException",
            Rig.Refusal(() => Made(company, type, "over", new(' ', limit - least + 1))));
    }

    [Theory]
    [InlineData("""{"Version":"2012-10-17"}""")]
    [InlineData(
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}""")]
    [InlineData("no json")]
    public void What_is_no_policy_is_refused(string content) => Assert.Equal(
        "MalformedPolicyDocumentException",
        new Company().Rig.Refused(new CreatePolicy(), new()
        {
            Name = "bad", Description = "", Content = content, Type = PolicyType.ServiceControlPolicy,
        }));

    [Fact]
    public void Policies_of_AWS_are_listed_and_do_not_change()
    {
        var company = new Company();
        company.Enable(PolicyType.ResourceControlPolicy);
        var own = company.Policy("own");
        var listed = company.Rig.Run(new ListPolicies(), new() { Filter = PolicyType.ServiceControlPolicy }).Policies!;
        Assert.Equal(["FullAWSAccess", "own"], listed.Select(p => p.Name!).Order(StringComparer.Ordinal));
        Assert.Equal(
            "InvalidInputException",
            company.Rig.Refused(new UpdatePolicy(), new() { PolicyId = "p-FullAWSAccess", Name = "mine" }));
        Assert.Equal(
            "ConstraintViolationException",
            company.Rig.Refused(
                new DetachPolicy(), new() { PolicyId = "p-RCPFullAWSAccess", TargetId = company.Root }));
        Assert.Equal("DuplicatePolicyException", Rig.Refusal(() => company.Policy("own")));
        var changed = company.Rig.Run(new UpdatePolicy(), new() { PolicyId = own, Description = "new" });
        Assert.Equal("new", changed.Policy!.PolicySummary!.Description);
    }

    [Fact]
    public void Without_all_features_there_are_no_policies_and_other_types_are_refused()
    {
        var company = new Company();
        Assert.Equal(
            "InvalidInputException",
            company.Rig.Refused(
                new EnablePolicyType(), new() { RootId = company.Root, PolicyType = PolicyType.TagPolicy }));
        var bills = company.Rig.In("us-east-1", "111122223333");
        bills.Run(new CreateOrganization(), new() { FeatureSet = OrganizationFeatureSet.ConsolidatedBilling });
        Assert.Equal(
            "PolicyTypeNotAvailableForOrganizationException",
            bills.Refused(new ListPolicies(), new() { Filter = PolicyType.ServiceControlPolicy }));
    }

    private static string Made(Company company, PolicyType type, string name, string space) =>
        company.Rig.Run(new CreatePolicy(), new()
        {
            Name = name, Description = "", Content = Document(type, space), Type = type,
        }).Policy!.PolicySummary!.Id!;

    private static string Document(PolicyType type, string space)
    {
        var everybody = type == PolicyType.ResourceControlPolicy ? "\"Principal\":\"*\"," : "";
        var rest = "\"Action\":\"s3:Put*\",\"Resource\":\"*\"}}";
        return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Deny\"," + everybody + rest + space;
    }
}
