using System.Text;
using System.Text.Json;
using Orrery.Contracts;
using Orrery.Contracts.Instances;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Iam.Operations.InstanceProfiles;
using Orrery.Services.Iam.Operations.RolePolicies;
using Orrery.Services.Iam.Operations.Roles;
using Orrery.Tests.Unit.Authorization.Support;
using Orrery.Tests.Unit.Services;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Authorization;

/// <summary>
/// Instances are given credentials of their role. Sources: EC2 User Guide, "Retrieve security credentials from instance
/// metadata"; IAM User Guide, "Use an IAM role to grant permissions to applications running on Amazon EC2 instances".
/// </summary>
public sealed class InstanceRoleTests
{
    private const string TrustOfEc2 = """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole",
         "Principal":{"Service":"ec2.amazonaws.com"} } }
        """;

    private readonly GuardRig _rig = GuardRig.New();
    private readonly string _instance;

    public InstanceRoleTests()
    {
        Rig.Run(new CreateRole(), new() { RoleName = "web", AssumeRolePolicyDocument = TrustOfEc2 });
        Rig.Run(new PutRolePolicy(), new()
        {
            RoleName = "web",
            PolicyName = "own",
            PolicyDocument = $$"""{"Version":"2012-10-17","Statement":{{GuardRig.Allow("ec2:DescribeVpcs")}} }""",
        });
        Rig.Run(new CreateInstanceProfile(), new() { InstanceProfileName = "web-profile" });
        Rig.Run(new AddRoleToInstanceProfile(), new() { InstanceProfileName = "web-profile", RoleName = "web" });
        _instance = Rig.Run(new RunInstances(), new()
        {
            ImageId = "ami-0123456789abcdef0", InstanceType = InstanceType.T3Micro, MinCount = 1, MaxCount = 1,
            IamInstanceProfile = new() { Name = "web-profile" },
        }).Instances!.Single().InstanceId!;
    }

    private Rig Rig => _rig.Rig;

    [Fact]
    public void Its_credentials_work_with_the_permissions_of_the_role()
    {
        var told = Told();
        Assert.Equal("Success", told.GetProperty("Code").GetString());
        var caller = CallerOf(told);
        Assert.Equal($"arn:aws:sts::{GuardRig.Account}:assumed-role/web/{_instance}", caller.Arn);
        Assert.True(_rig.May(caller, "ec2", "DescribeVpcs", new DescribeVpcsRequest()));
        Assert.False(_rig.May(caller, "ec2", "DescribeSubnets", new DescribeSubnetsRequest()));
    }

    [Fact]
    public void Conditions_see_from_which_instance_the_credentials_are()
    {
        var shown = Rig.Run(new DescribeInstances(), new() { InstanceIds = [_instance] })
            .Reservations!.Single().Instances!.Single();
        var caller = CallerOf(Told());
        bool May(string key, string value)
        {
            Rig.Run(new PutRolePolicy(), new()
            {
                RoleName = "web",
                PolicyName = "own",
                PolicyDocument = GuardRig.Policy($$"""
                    {"Effect":"Allow","Action":"*","Resource":"*",
                     "Condition":{"StringEquals":{"{{key}}":"{{value}}"} } }
                    """),
            });
            return _rig.May(caller, "ec2", "DescribeVpcs", new DescribeVpcsRequest());
        }

        Assert.True(May("aws:Ec2InstanceSourceVpc", shown.VpcId!));
        Assert.False(May("aws:Ec2InstanceSourceVpc", "vpc-0"));
        Assert.True(May("aws:Ec2InstanceSourcePrivateIPv4", shown.PrivateIpAddress!));
        Assert.False(May("aws:Ec2InstanceSourcePrivateIPv4", "192.0.2.1"));
        Assert.True(May("ec2:SourceInstanceARN", $"arn:aws:ec2:eu-west-1:{GuardRig.Account}:instance/{_instance}"));
        var ann = _rig.User("ann", """
            {"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Null":{"ec2:SourceInstanceARN":"true"} } }
            """);
        Assert.True(_rig.May(ann, "ec2", "DescribeVpcs", new DescribeVpcsRequest()));
    }

    [Fact]
    public void They_stay_until_shortly_before_they_expire_and_are_others_then()
    {
        var first = Key(Told());
        Rig.Advance(TimeSpan.FromHours(5));
        Assert.Equal(first, Key(Told()));
        Rig.Advance(TimeSpan.FromMinutes(54));
        var second = Told();
        Assert.NotEqual(first, Key(second));
        Assert.Equal("2026-01-01T11:54:00Z", second.GetProperty("Expiration").GetString());
        Assert.True(PrincipalOf(first)!.Expiration > Rig.Ask(call => call.Now));
        Rig.Advance(TimeSpan.FromMinutes(6));
        Assert.True(PrincipalOf(first)!.Expiration <= Rig.Ask(call => call.Now));
    }

    [Fact]
    public void A_role_that_does_not_trust_EC2_gives_none_until_it_does()
    {
        Rig.Run(new UpdateAssumeRolePolicy(), new()
        {
            RoleName = "web", PolicyDocument = TrustOfEc2.Replace("ec2.", "lambda.", StringComparison.Ordinal),
        });
        Assert.Equal("AssumeRoleUnauthorizedAccess", Told().GetProperty("Code").GetString());
        Rig.Run(new UpdateAssumeRolePolicy(), new() { RoleName = "web", PolicyDocument = TrustOfEc2 });
        Assert.Equal("Success", Told().GetProperty("Code").GetString());
    }

    [Fact]
    public void Without_the_profile_there_is_nothing()
    {
        Told();
        var association = Rig.Run(new DescribeIamInstanceProfileAssociations(), new())
            .IamInstanceProfileAssociations!.Single().AssociationId;
        Rig.Run(new DisassociateIamInstanceProfile(), new() { AssociationId = association });
        Assert.Equal(404, Rig.Ask(call => call.Port<IInstanceMetadata>().Answer(call, Question)).Status);
        Assert.False(Rig.Ask(call => call.Port<IInstanceMetadata>().IsUnprepared(call, Question)));
    }

    private MetadataRequest Question => new(_instance, "GET", "/latest/meta-data/iam/security-credentials/web");

    private JsonElement Told()
    {
        if (Rig.Ask(call => call.Port<IInstanceMetadata>().IsUnprepared(call, Question)))
        {
            Rig.Do(call =>
            {
                call.Port<IInstanceMetadata>().Prepare(call, Question);
                return true;
            });
        }

        var answer = Rig.Ask(call => call.Port<IInstanceMetadata>().Answer(call, Question));
        return JsonDocument.Parse(Encoding.UTF8.GetString(answer.Body.Span)).RootElement;
    }

    private static string Key(JsonElement told) => told.GetProperty("AccessKeyId").GetString()!;

    private Caller CallerOf(JsonElement told) => PrincipalOf(Key(told))!.Caller;

    private Principal? PrincipalOf(string key) => Rig.Ask(call => call.Port<IPrincipals>().Find(call, key));
}
