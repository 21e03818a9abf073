using Orrery.Contracts.Identity;
using Orrery.Services.Iam.Operations.AccessKeys;
using Orrery.Services.Iam.Operations.InstanceProfiles;
using Orrery.Services.Iam.Operations.RolePolicies;
using Orrery.Services.Iam.Operations.Roles;
using Orrery.Services.Iam.Operations.Sts;
using Orrery.Services.Iam.Operations.Users;
using Orrery.Wire.Generated.Iam;
using Orrery.Wire.Generated.Sts;

namespace Orrery.Tests.Unit.Services.Iam;

/// <summary>Roles, service-linked roles and instance profiles. Source: IAM API Reference.</summary>
public sealed class RoleTests
{
    private const string Ec2 =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"""
        + """ "Action":"sts:AssumeRole"}]}""";

    [Fact]
    public void A_role_tells_whom_it_trusts_and_how_long_its_sessions_last()
    {
        var iam = Registry.New();
        var role = iam.Run(new CreateRole(), new()
        {
            RoleName = "app", Path = "/a/", AssumeRolePolicyDocument = Ec2, Description = "of the app",
            Tags = [new() { Key = "k", Value = "v" }],
        }).Role!;
        Assert.Equal("arn:aws:iam::123456789012:role/a/app", role.Arn);
        Assert.Matches("^AROA[A-Z2-7]{17}$", role.RoleId);
        Assert.Equal((3600, Uri.EscapeDataString(Ec2)), (role.MaxSessionDuration, role.AssumeRolePolicyDocument));
        Assert.Equal("EntityAlreadyExists", Rig.Refusal(() => iam.Role("APP")));
        iam.Run(new UpdateRole(), new() { RoleName = "app", MaxSessionDuration = 7200 });
        iam.Run(new UpdateRoleDescription(), new() { RoleName = "app", Description = "d" });
        iam.Run(new UpdateAssumeRolePolicy(), new() { RoleName = "app", PolicyDocument = Registry.Trusting });
        iam.Run(new PutRolePermissionsBoundary(), new() { RoleName = "app", PermissionsBoundary = iam.Policy().Arn });
        var changed = iam.Run(new GetRole(), new() { RoleName = "app" }).Role!;
        Assert.Equal((7200, "d", Uri.EscapeDataString(Registry.Trusting), "k"), (
            changed.MaxSessionDuration, changed.Description, changed.AssumeRolePolicyDocument,
            Assert.Single(changed.Tags!).Key));
        Assert.EndsWith("policy/policy", changed.PermissionsBoundary!.PermissionsBoundaryArn, StringComparison.Ordinal);
        Assert.NotNull(changed.RoleLastUsed);
        var listed = Assert.Single(iam.Run(new ListRoles(), new() { PathPrefix = "/a/" }).Roles!);
        Assert.Equal((null, null, null), (listed.Tags, listed.PermissionsBoundary, listed.RoleLastUsed));
        iam.Run(new DeleteRolePermissionsBoundary(), new() { RoleName = "app" });
        iam.Run(new TagRole(), new() { RoleName = "app", Tags = [new() { Key = "K", Value = "w" }] });
        Assert.Equal("w", Assert.Single(iam.Run(new ListRoleTags(), new() { RoleName = "app" }).Tags!).Value);
        iam.Run(new UntagRole(), new() { RoleName = "app", TagKeys = ["K"] });
        iam.Run(new DeleteRole(), new() { RoleName = "app" });
        Assert.Equal("The role with name app cannot be found.", Registry.Message(
            () => iam.Run(new GetRole(), new() { RoleName = "app" })));
    }

    // IAM User Guide, "Troubleshoot IAM policies"; messages as clients report them.
    [Theory]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"sts:AssumeRole"}}""", "Missing required field Principal")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole","Resource":"*"}}""",
        "Has prohibited field Resource")]
    [InlineData("no json", "This policy contains invalid Json")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:user/x"},"Action":"sts:*"}}""",
        "Invalid principal in policy: \"AWS\":\"arn:aws:iam::123456789012:user/x\"")]
    // aws-samples/aws-cdk-examples#801.
    [InlineData(
        """{"Statement":{"Effect":"Allow","Principal":{"Service":"nosuch.amazonaws.com"},"Action":"sts:AssumeRole"}}""",
        "Invalid principal in policy: \"SERVICE\":\"nosuch.amazonaws.com\"")]
    [InlineData(
        """
        {"Statement":{"Effect":"Allow","Principal":{"Service":["ec2.amazonaws.com","amazonaws.com"]},
         "Action":"sts:AssumeRole"}}
        """,
        "Invalid principal in policy: \"SERVICE\":\"amazonaws.com\"")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Principal":{"Who":"x"},"Action":"sts:AssumeRole"}}""",
        "Syntax errors in policy.")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Principal":"*","Action":"sts:*","Condition":{"Strange":{"aws:x":"y"}}}}""",
        "Syntax errors in policy.")]
    public void A_trust_policy_that_cannot_be_is_refused(string document, string message)
    {
        var iam = Registry.New();
        Assert.Equal("MalformedPolicyDocument", Rig.Refusal(() => iam.Role(trust: document)));
        Assert.Equal(message, Registry.Message(() => iam.Role(trust: document)));
        Assert.Empty(iam.Run(new ListRoles(), new()).Roles!);
    }

    [Theory]
    [InlineData("ec2.amazonaws.com")]
    [InlineData("ec2.amazonaws.com.cn")]
    [InlineData("ecs-tasks.amazonaws.com")]
    [InlineData("logs.eu-west-1.amazonaws.com")]
    [InlineData("delivery.logs.amazonaws.com")]
    [InlineData("states.cn-north-1.amazonaws.com.cn")]
    [InlineData("ops.apigateway.amazonaws.com")]
    [InlineData("vpc-flow-logs.amazonaws.com")]
    [InlineData("license-manager.member-account.amazonaws.com")]
    [InlineData("alexa-appkit.amazon.com")]
    public void A_trust_policy_may_name_services_by_each_of_their_names(string service) =>
        Assert.NotNull(Registry.New().Role(trust:
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"" + service
            + "\"},\"Action\":\"sts:AssumeRole\"}}"));

    [Fact]
    public void A_trust_policy_may_name_users_and_roles_that_are_there()
    {
        var iam = Registry.New();
        var (user, role) = (iam.User().Arn, iam.Role("other").Arn);
        iam.Role("a", $$$"""
            {"Statement":{"Effect":"Allow","Principal":{"AWS":["{{{user}}}","{{{role}}}"]},"Action":"sts:AssumeRole"}}
            """);
    }

    [Fact]
    public void Trust_follows_a_rename_and_does_not_pass_to_who_gets_the_name_later()
    {
        var iam = Registry.New();
        var user = iam.User();
        var role = iam.Role(trust: $$$"""
            {"Statement":{"Effect":"Allow","Principal":{"AWS":"{{{user.Arn}}}"},"Action":"sts:AssumeRole"}}
            """);
        AssumeRoleRequest request = new() { RoleArn = role.Arn, RoleSessionName = "me" };
        iam.Run(new UpdateUser(), new() { UserName = "ann", NewUserName = "anna" });
        var anna = iam.Key("anna");
        iam.As(anna, new AssumeRole(), request);
        iam.Run(new DeleteAccessKey(), new() { UserName = "anna", AccessKeyId = anna.AccessKeyId });
        iam.Run(new DeleteUser(), new() { UserName = "anna" });
        iam.User("anna");
        Assert.Equal("AccessDenied", iam.Refused(iam.Key("anna"), new AssumeRole(), request));
        var trust = Uri.UnescapeDataString(
            iam.Run(new GetRole(), new() { RoleName = "role" }).Role!.AssumeRolePolicyDocument!);
        Assert.Contains($"\"{user.UserId}\"", trust, StringComparison.Ordinal);
        iam.Run(new UpdateAssumeRolePolicy(), new() { RoleName = "role", PolicyDocument = trust });
    }

    [Fact]
    public void A_role_goes_only_when_no_profile_and_no_policy_hangs_on_it()
    {
        var iam = Registry.New();
        iam.Role();
        iam.Run(new CreateInstanceProfile(), new() { InstanceProfileName = "web", Path = "/p/" });
        iam.Run(new AddRoleToInstanceProfile(), new() { InstanceProfileName = "web", RoleName = "role" });
        iam.Run(new AttachRolePolicy(), new() { RoleName = "role", PolicyArn = iam.Policy().Arn });
        string Delete() => Registry.Message(() => iam.Run(new DeleteRole(), new() { RoleName = "role" }));
        Assert.Equal("Cannot delete entity, must remove roles from instance profile first.", Delete());
        Assert.Equal("DeleteConflict", iam.Rig.Refused(
            new DeleteInstanceProfile(), new DeleteInstanceProfileRequest { InstanceProfileName = "web" }));
        iam.Run(new RemoveRoleFromInstanceProfile(), new() { InstanceProfileName = "web", RoleName = "role" });
        Assert.Equal("Cannot delete entity, must detach all policies first.", Delete());
    }

    [Fact]
    public void An_instance_profile_holds_one_role_and_is_known_to_who_starts_instances()
    {
        var iam = Registry.New();
        var role = iam.Role();
        iam.Role("second");
        var made = iam.Run(new CreateInstanceProfile(), new()
        {
            InstanceProfileName = "Web", Path = "/p/", Tags = [new() { Key = "a", Value = "b" }],
        }).InstanceProfile!;
        Assert.Matches("^AIPA[A-Z2-7]{17}$", made.InstanceProfileId);
        Assert.Empty(made.Roles!);
        Assert.Equal("Instance Profile web already exists.", Registry.Message(
            () => iam.Run(new CreateInstanceProfile(), new() { InstanceProfileName = "web" })));
        iam.Run(new AddRoleToInstanceProfile(), new() { InstanceProfileName = "web", RoleName = "role" });
        Assert.Equal("Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1", Registry.Message(() => iam.Run(
            new AddRoleToInstanceProfile(), new() { InstanceProfileName = "web", RoleName = "second" })));
        Assert.Equal("NoSuchEntity", iam.Rig.Refused(
            new RemoveRoleFromInstanceProfile(),
            new RemoveRoleFromInstanceProfileRequest { InstanceProfileName = "web", RoleName = "second" }));
        var found = iam.Run(new GetInstanceProfile(), new() { InstanceProfileName = "web" }).InstanceProfile!;
        Assert.Equal(role.Arn, Assert.Single(found.Roles!).Arn);
        Assert.Single(iam.Run(new ListInstanceProfilesForRole(), new() { RoleName = "role" }).InstanceProfiles!);
        Assert.Single(iam.Run(new ListInstanceProfiles(), new() { PathPrefix = "/p/" }).InstanceProfiles!);
        Assert.Equal(
            new InstanceProfileFacts(found.Arn!, found.InstanceProfileId!, "Web", role.Arn, "role"),
            iam.Rig.Ask(call => call.Port<IInstanceProfiles>().Find(call, Registry.Account, "web")));
        Assert.Null(iam.Rig.Ask(call => call.Port<IInstanceProfiles>().Find(call, "210987654321", "web")));
        iam.Run(new TagInstanceProfile(), new()
        {
            InstanceProfileName = "web", Tags = [new() { Key = "c", Value = "d" }],
        });
        iam.Run(new UntagInstanceProfile(), new() { InstanceProfileName = "web", TagKeys = ["a"] });
        Assert.Equal("c", Assert.Single(
            iam.Run(new ListInstanceProfileTags(), new() { InstanceProfileName = "web" }).Tags!).Key);
        iam.Run(new RemoveRoleFromInstanceProfile(), new() { InstanceProfileName = "web", RoleName = "role" });
        iam.Run(new DeleteInstanceProfile(), new() { InstanceProfileName = "web" });
        Assert.Equal("Instance Profile web cannot be found.", Registry.Message(
            () => iam.Run(new GetInstanceProfile(), new() { InstanceProfileName = "web" })));
    }

    [Fact]
    public void A_service_linked_role_is_its_services_alone_and_goes_by_a_task()
    {
        var iam = Registry.Slow();
        CreateServiceLinkedRoleRequest request = new() { AWSServiceName = "autoscaling.amazonaws.com" };
        var role = iam.Run(new CreateServiceLinkedRole(), request).Role!;
        Assert.Equal(
            "arn:aws:iam::123456789012:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
            role.Arn);
        Assert.Equal("InvalidInput", iam.Rig.Refused(new CreateServiceLinkedRole(), request));
        Assert.EndsWith("_team", iam.Run(
            new CreateServiceLinkedRole(), request with { CustomSuffix = "team" }).Role!.RoleName,
            StringComparison.Ordinal);
        Assert.Equal("InvalidInput", iam.Rig.Refused(new CreateServiceLinkedRole(), new CreateServiceLinkedRoleRequest
        {
            AWSServiceName = "rds.amazonaws.com", CustomSuffix = "x",
        }));
        Assert.Equal("ValidationError", iam.Rig.Refused(
            new CreateServiceLinkedRole(), new CreateServiceLinkedRoleRequest { AWSServiceName = "x.amazonaws.com" }));
        Assert.Equal("UnmodifiableEntity", iam.Rig.Refused(
            new DeleteRole(), new DeleteRoleRequest { RoleName = role.RoleName }));
        Assert.Equal("AutoScalingServiceRolePolicy", Assert.Single(iam.Run(
            new ListAttachedRolePolicies(), new() { RoleName = role.RoleName }).AttachedPolicies!).PolicyName);
        var task = iam.Run(new DeleteServiceLinkedRole(), new() { RoleName = role.RoleName }).DeletionTaskId!;
        DeletionTaskStatusType? Status() => iam.Run(
            new GetServiceLinkedRoleDeletionStatus(), new() { DeletionTaskId = task }).Status;
        Assert.Equal(DeletionTaskStatusType.InProgress, Status());
        iam.Rig.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(DeletionTaskStatusType.Succeeded, Status());
        Assert.Equal("NoSuchEntity", iam.Rig.Refused(new GetRole(), new GetRoleRequest { RoleName = role.RoleName }));
        Assert.Equal("NoSuchEntity", iam.Rig.Refused(
            new GetServiceLinkedRoleDeletionStatus(),
            new GetServiceLinkedRoleDeletionStatusRequest { DeletionTaskId = "task/none" }));
    }
}
