using Orrery.Services.Iam;
using Orrery.Services.Iam.Operations.Account;
using Orrery.Services.Iam.Operations.Groups;
using Orrery.Services.Iam.Operations.ManagedPolicies;
using Orrery.Services.Iam.Operations.RolePolicies;
using Orrery.Services.Iam.Operations.UserPolicies;
using Orrery.Services.Iam.Operations.Users;
using Orrery.Services.Iam.Rules;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Tests.Unit.Services.Iam;

/// <summary>Managed and inline policies. Source: IAM API Reference; IAM User Guide, "IAM and STS quotas".</summary>
public sealed class PolicyTests
{
    private const string Administrator = "arn:aws:iam::aws:policy/AdministratorAccess";
    private const string ServicePolicy = "arn:aws:iam::aws:policy/aws-service-role/AutoScalingServiceRolePolicy";

    [Fact]
    public void A_policy_has_five_versions_at_most_and_one_in_force()
    {
        var iam = Registry.New();
        var policy = iam.Policy();
        Assert.Matches("^ANPA[A-Z2-7]{17}$", policy.PolicyId);
        Assert.Equal(("v1", 0, true), (policy.DefaultVersionId, policy.AttachmentCount, policy.IsAttachable));
        Assert.Equal("EntityAlreadyExists", Rig.Refusal(() => iam.Policy("POLICY")));
        CreatePolicyVersionRequest next = new() { PolicyArn = policy.Arn, PolicyDocument = Registry.Open };
        for (var i = 2; i <= 5; i++)
            Assert.Equal($"v{i}", iam.Run(new CreatePolicyVersion(), next).PolicyVersion!.VersionId);
        Assert.Equal("LimitExceeded", iam.Rig.Refused(new CreatePolicyVersion(), next));
        iam.Run(new SetDefaultPolicyVersion(), new() { PolicyArn = policy.Arn, VersionId = "v3" });
        Assert.Equal("DeleteConflict", iam.Rig.Refused(
            new DeletePolicyVersion(), new DeletePolicyVersionRequest { PolicyArn = policy.Arn, VersionId = "v3" }));
        iam.Run(new DeletePolicyVersion(), new() { PolicyArn = policy.Arn, VersionId = "v1" });
        var sixth = iam.Run(new CreatePolicyVersion(), next with { SetAsDefault = true }).PolicyVersion!;
        Assert.Equal(("v6", true), (sixth.VersionId, sixth.IsDefaultVersion));
        Assert.Equal(["v6", "v5", "v4", "v3", "v2"], iam.Run(
            new ListPolicyVersions(), new() { PolicyArn = policy.Arn }).Versions!.Select(v => v.VersionId));
        Assert.Equal(Uri.EscapeDataString(Registry.Open), iam.Run(
            new GetPolicyVersion(), new() { PolicyArn = policy.Arn, VersionId = "v6" }).PolicyVersion!.Document);
        Assert.Equal("NoSuchEntity", iam.Rig.Refused(
            new GetPolicyVersion(), new GetPolicyVersionRequest { PolicyArn = policy.Arn, VersionId = "v1" }));
        Assert.Equal("DeleteConflict", iam.Rig.Refused(
            new DeletePolicy(), new DeletePolicyRequest { PolicyArn = policy.Arn }));
    }

    [Fact]
    public void Attachments_are_counted_told_and_in_the_way_of_deletion()
    {
        var iam = Registry.New();
        var arn = iam.Policy().Arn;
        iam.User();
        iam.Group();
        iam.Role();
        iam.Run(new AttachUserPolicy(), new() { UserName = "ann", PolicyArn = arn });
        iam.Run(new AttachUserPolicy(), new() { UserName = "ann", PolicyArn = arn });
        iam.Run(new AttachGroupPolicy(), new() { GroupName = "admins", PolicyArn = arn });
        iam.Run(new AttachRolePolicy(), new() { RoleName = "role", PolicyArn = arn });
        iam.Run(new PutUserPermissionsBoundary(), new() { UserName = "ann", PermissionsBoundary = arn });
        var policy = iam.Run(new GetPolicy(), new() { PolicyArn = arn }).Policy!;
        Assert.Equal((3, 1), (policy.AttachmentCount, policy.PermissionsBoundaryUsageCount));
        var entities = iam.Run(new ListEntitiesForPolicy(), new() { PolicyArn = arn });
        Assert.Equal(("ann", "admins", "role"), (
            Assert.Single(entities.PolicyUsers!).UserName, Assert.Single(entities.PolicyGroups!).GroupName,
            Assert.Single(entities.PolicyRoles!).RoleName));
        var boundaries = iam.Run(new ListEntitiesForPolicy(), new()
        {
            PolicyArn = arn, PolicyUsageFilter = PolicyUsageType.PermissionsBoundary,
        });
        Assert.Equal((1, 0, 0), (
            boundaries.PolicyUsers!.Count, boundaries.PolicyGroups!.Count, boundaries.PolicyRoles!.Count));
        Assert.Equal("Cannot delete a policy attached to entities.", Registry.Message(
            () => iam.Run(new DeletePolicy(), new() { PolicyArn = arn })));
        iam.Run(new DetachUserPolicy(), new() { UserName = "ann", PolicyArn = arn });
        iam.Run(new DetachGroupPolicy(), new() { GroupName = "admins", PolicyArn = arn });
        iam.Run(new DetachRolePolicy(), new() { RoleName = "role", PolicyArn = arn });
        Assert.Equal("NoSuchEntity", iam.Rig.Refused(
            new DetachRolePolicy(), new DetachRolePolicyRequest { RoleName = "role", PolicyArn = arn }));
        iam.Run(new DeleteUserPermissionsBoundary(), new() { UserName = "ann" });
        Assert.Equal("NoSuchEntity", iam.Rig.Refused(
            new DeleteUserPermissionsBoundary(), new DeleteUserPermissionsBoundaryRequest { UserName = "ann" }));
        iam.Run(new DeletePolicy(), new() { PolicyArn = arn });
        Assert.Equal("NoSuchEntity", iam.Rig.Refused(new GetPolicy(), new GetPolicyRequest { PolicyArn = arn }));
    }

    [Fact]
    public void Policies_of_AWS_are_there_and_nobody_changes_them()
    {
        var iam = Registry.New();
        iam.Role();
        iam.Run(new AttachRolePolicy(), new() { RoleName = "role", PolicyArn = Administrator });
        var attached = iam.Run(new ListAttachedRolePolicies(), new() { RoleName = "role" }).AttachedPolicies!;
        Assert.Equal("AdministratorAccess", Assert.Single(attached).PolicyName);
        Assert.Equal(1, iam.Run(new GetPolicy(), new() { PolicyArn = Administrator }).Policy!.AttachmentCount);
        Assert.Equal("AccessDenied", iam.Rig.Refused(
            new DeletePolicy(), new DeletePolicyRequest { PolicyArn = Administrator }));
        Assert.Equal("PolicyNotAttachable", iam.Rig.Refused(
            new AttachRolePolicy(), new AttachRolePolicyRequest { RoleName = "role", PolicyArn = ServicePolicy }));
        Assert.Equal("NoSuchEntity", iam.Rig.Refused(
            new AttachRolePolicy(),
            new AttachRolePolicyRequest { RoleName = "role", PolicyArn = Administrator + "X" }));
        Assert.Equal("InvalidInput", iam.Rig.Refused(
            new GetPolicy(), new GetPolicyRequest { PolicyArn = "arn:aws:iam::123456789012:role/policy" }));
        var only = iam.Run(new ListPolicies(), new() { OnlyAttached = true }).Policies!;
        Assert.Equal(Administrator, Assert.Single(only).Arn);
        Assert.Empty(iam.Run(new ListPolicies(), new() { Scope = PolicyScopeType.Local }).Policies!);
        var jobs = iam.Run(new ListPolicies(), new() { Scope = PolicyScopeType.Aws, PathPrefix = "/job-function/" });
        Assert.Contains(jobs.Policies!, p => p.PolicyName == "ViewOnlyAccess");
        Assert.True(iam.Run(new ListPolicies(), new() { MaxItems = 100 }).IsTruncated);
    }

    [Fact]
    public void Every_policy_of_AWS_is_well_formed()
    {
        Assert.All(AwsPolicies.All, p =>
        {
            Documents.Identity(p.Default.Document);
            Assert.Matches("^ANPA[A-Z2-7]{17}$", p.Id);
        });
        Assert.True(AwsPolicies.All.Count() > 300);
    }

    // Messages as AWS is reported to answer (terraform-provider-aws, moto's recordings).
    [Theory]
    [InlineData("no json", "Syntax errors in policy.")]
    [InlineData("[]", "Syntax errors in policy.")]
    [InlineData("""{"Version":"2012-10-17"}""", "Syntax errors in policy.")]
    [InlineData("""{"Version":"2011-10-17","Statement":[]}""", "Syntax errors in policy.")]
    [InlineData("""{"Version":"2012-10-17","Extra":1,"Statement":[]}""", "Syntax errors in policy.")]
    [InlineData(
        """{"Version":"2012-10-17","Statement":{"Effect":"Maybe","Action":"*","Resource":"*"}}""",
        "Syntax errors in policy.")]
    [InlineData(
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Resource":"*"}}""",
        "Policy statement must contain actions.")]
    [InlineData(
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*"}}""",
        "Policy statement must contain resources.")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}""",
        "Policy document must be version 2012-10-17 or greater.")]
    [InlineData(
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"list","Resource":"*"}}""",
        "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.")]
    [InlineData(
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"bucket"}}""",
        "Resource bucket must be in ARN format or \"*\".")]
    [InlineData(
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}}""",
        "Policy document should not specify a principal.")]
    public void A_malformed_policy_is_refused_and_makes_nothing(string document, string message)
    {
        var iam = Registry.New();
        iam.User();
        Assert.Equal("MalformedPolicyDocument", Rig.Refusal(() => iam.Policy(document: document)));
        Assert.Equal(message, Registry.Message(() => iam.Policy(document: document)));
        Assert.Equal("MalformedPolicyDocument", iam.Rig.Refused(new PutUserPolicy(), new PutUserPolicyRequest
        {
            UserName = "ann", PolicyName = "p", PolicyDocument = document,
        }));
        Assert.Empty(iam.Run(new ListPolicies(), new() { Scope = PolicyScopeType.Local }).Policies!);
        Assert.Empty(iam.Run(new ListUserPolicies(), new() { UserName = "ann" }).PolicyNames!);
    }

    [Fact]
    public void Inline_policies_add_up_and_white_space_does_not_count()
    {
        var iam = Registry.New();
        iam.User();
        iam.Group();
        iam.Role();
        var spacious = Registry.Open.Replace(":", new string(' ', 1000) + ":", StringComparison.Ordinal);
        iam.Run(new PutUserPolicy(), new() { UserName = "ann", PolicyName = "a", PolicyDocument = spacious });
        var large = Registry.Over(1900);
        Assert.Equal("LimitExceeded", iam.Rig.Refused(new PutUserPolicy(), new PutUserPolicyRequest
        {
            UserName = "ann", PolicyName = "b", PolicyDocument = large + " ",
        }));
        Assert.Equal("Maximum policy size of 2048 bytes exceeded for user ann", Registry.Message(
            () => iam.Run(new PutUserPolicy(), new() { UserName = "ann", PolicyName = "b", PolicyDocument = large })));
        iam.Run(new PutGroupPolicy(), new() { GroupName = "admins", PolicyName = "b", PolicyDocument = large });
        iam.Run(new PutRolePolicy(), new() { RoleName = "role", PolicyName = "b", PolicyDocument = large });
        Assert.Equal(Uri.EscapeDataString(spacious), iam.Run(
            new GetUserPolicy(), new() { UserName = "ann", PolicyName = "a" }).PolicyDocument);
        Assert.Equal("The user policy with name z cannot be found.", Registry.Message(
            () => iam.Run(new GetUserPolicy(), new() { UserName = "ann", PolicyName = "z" })));
        Assert.Equal(large.Length, Uri.UnescapeDataString(iam.Run(
            new GetRolePolicy(), new() { RoleName = "role", PolicyName = "b" }).PolicyDocument!).Length);
        Assert.NotNull(iam.Run(new GetGroupPolicy(), new() { GroupName = "admins", PolicyName = "b" }).PolicyDocument);
        Assert.Equal(["b"], iam.Run(new ListGroupPolicies(), new() { GroupName = "admins" }).PolicyNames!);
        Assert.Equal(["b"], iam.Run(new ListRolePolicies(), new() { RoleName = "role" }).PolicyNames!);
        iam.Run(new DeleteGroupPolicy(), new() { GroupName = "admins", PolicyName = "b" });
        iam.Run(new DeleteRolePolicy(), new() { RoleName = "role", PolicyName = "b" });
        Assert.Equal("NoSuchEntity", iam.Rig.Refused(
            new DeleteRolePolicy(), new DeleteRolePolicyRequest { RoleName = "role", PolicyName = "b" }));
    }

    [Fact]
    public void Ten_policies_at_most_are_attached_and_a_policy_has_a_size()
    {
        var iam = Registry.New((IamQuotas.PolicyLength.Code, 100));
        iam.User();
        iam.Group();
        for (var i = 0; i < 11; i++)
        {
            var arn = iam.Policy($"p{i}").Arn;
            if (i < 10) iam.Run(new AttachUserPolicy(), new() { UserName = "ann", PolicyArn = arn });
            else
            {
                Assert.Equal("Cannot exceed quota for PoliciesPerUser: 10", Registry.Message(
                    () => iam.Run(new AttachUserPolicy(), new() { UserName = "ann", PolicyArn = arn })));
            }
        }

        Assert.Equal(10, iam.Run(new ListAttachedUserPolicies(), new() { UserName = "ann" }).AttachedPolicies!.Count);
        Assert.Empty(iam.Run(new ListAttachedGroupPolicies(), new() { GroupName = "admins" }).AttachedPolicies!);
        var large = Registry.Over(99);
        Assert.Equal("LimitExceeded", Rig.Refusal(() => iam.Policy("large", large)));
        var arn0 = $"arn:aws:iam::{Registry.Account}:policy/p0";
        iam.Run(new TagPolicy(), new() { PolicyArn = arn0, Tags = [new() { Key = "a", Value = "b" }] });
        Assert.Equal("a", Assert.Single(iam.Run(new ListPolicyTags(), new() { PolicyArn = arn0 }).Tags!).Key);
        iam.Run(new UntagPolicy(), new() { PolicyArn = arn0, TagKeys = ["a"] });
        Assert.Empty(iam.Run(new GetPolicy(), new() { PolicyArn = arn0 }).Policy!.Tags!);
    }

    [Fact]
    public void The_condition_keys_of_policies_are_told()
    {
        var iam = Registry.New();
        var user = iam.User();
        const string Document = """
            {"Version":"2012-10-17",
             "Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::home/${aws:username, 'x'}/*",
             "Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"},
                          "StringLike":{"s3:prefix":"${aws:PrincipalTag/t}"}}}]}
            """;
        Assert.Equal(["aws:PrincipalTag/t", "aws:SourceIp", "aws:username", "s3:prefix"], iam.Run(
            new GetContextKeysForCustomPolicy(),
            new() { PolicyInputList = [Document, Registry.Open] }).ContextKeyNames!);
        iam.Run(new PutUserPolicy(), new() { UserName = "ann", PolicyName = "p", PolicyDocument = Document });
        Assert.Equal(4, iam.Run(new GetContextKeysForPrincipalPolicy(), new()
        {
            PolicySourceArn = user.Arn,
        }).ContextKeyNames!.Count);
        Assert.Equal("InvalidInput", iam.Rig.Refused(
            new GetContextKeysForCustomPolicy(),
            new GetContextKeysForCustomPolicyRequest { PolicyInputList = ["no json"] }));
    }

    [Fact]
    public void What_reaches_a_service_is_found_through_groups_too()
    {
        var iam = Registry.New();
        var user = iam.User();
        iam.Group();
        iam.Run(new AddUserToGroup(), new() { GroupName = "admins", UserName = "ann" });
        iam.Run(new PutGroupPolicy(), new()
        {
            GroupName = "admins", PolicyName = "s3",
            PolicyDocument =
                """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:Get*"],"Resource":"*"}]}""",
        });
        iam.Run(new AttachUserPolicy(), new() { UserName = "ann", PolicyArn = Administrator });
        var granting = iam.Run(new ListPoliciesGrantingServiceAccess(), new()
        {
            Arn = user.Arn, ServiceNamespaces = ["s3", "ec2"],
        }).PoliciesGrantingServiceAccess!;
        Assert.Equal(2, granting[0].Policies!.Count);
        Assert.Equal("AdministratorAccess", Assert.Single(granting[1].Policies!).PolicyName);
        Assert.Equal(PolicyOwnerEntityType.Group,
            granting[0].Policies!.Single(p => p.PolicyType == PolicyType.Inline).EntityType);
    }
}
