using CsCheck;
using Orrery.Services.Ec2.Operations.NetworkInterfaces;
using Orrery.Services.Ec2.Operations.SecurityGroups;
using Orrery.Services.Ec2.Operations.Subnets;
using Orrery.Services.Ec2.Operations.VpcPeering;
using Orrery.Services.Ec2.Operations.Vpcs;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class SecurityGroupTests
{
    private readonly Cloud _cloud = Cloud.New();
    private readonly string _vpc;

    public SecurityGroupTests() => _vpc = NewVpc("10.0.0.0/16");

    [Fact]
    public void A_new_group_lets_everything_out_and_nothing_in()
    {
        var group = View(NewGroup("web"));
        Assert.Empty(group.IpPermissions!);
        var egress = Assert.Single(group.IpPermissionsEgress!);
        Assert.Equal(("-1", "0.0.0.0/0"), (egress.IpProtocol, egress.IpRanges![0].CidrIp));
        Assert.Null(egress.FromPort);
    }

    [Theory]
    [InlineData("web", "InvalidGroup.Duplicate")]
    [InlineData("WEB", "InvalidGroup.Duplicate")]
    [InlineData("default", "InvalidParameterValue")]
    [InlineData("sg-web", "InvalidParameterValue")]
    [InlineData("naïve", "InvalidParameterValue")]
    public void A_name_that_is_taken_reserved_or_malformed_is_refused(string name, string code)
    {
        NewGroup("web");
        Assert.Equal(code, _cloud.Refused(new CreateSecurityGroup(), Named(name)));
    }

    [Fact]
    public void A_name_is_kept_without_the_spaces_at_its_end()
    {
        Assert.Equal("Test Group", View(NewGroup("Test Group  ")).GroupName);
        Assert.Equal("InvalidGroup.Duplicate", _cloud.Refused(new CreateSecurityGroup(), Named("Test Group ")));
    }

    [Fact]
    public void Descriptions_are_given_by_rule_or_by_id_and_not_both()
    {
        var group = NewGroup("web");
        var rule = Authorize(group, Tcp(443, "10.0.0.0/8"))[0].SecurityGroupRuleId!;
        Assert.Equal("InvalidParameterCombination", _cloud.Refused(
            new UpdateSecurityGroupRuleDescriptionsIngress(),
            new UpdateSecurityGroupRuleDescriptionsIngressRequest
            {
                GroupId = group,
                IpPermissions = [Tcp(443, "10.0.0.0/8")],
                SecurityGroupRuleDescriptions = [new() { SecurityGroupRuleId = rule, Description = "one" }],
            }));
    }

    [Fact]
    public void A_rule_is_added_once_and_revoked_by_what_it_says_or_by_id()
    {
        var group = NewGroup("web");
        IpPermission[] https = [Tcp(443, "10.1.2.3/8")];
        var made = Authorize(group, https);
        Assert.Equal("10.0.0.0/8", made[0].CidrIpv4);
        Assert.Equal("InvalidPermission.Duplicate", Cloud.Refusal(() => Authorize(group, https)));

        _cloud.Run(new RevokeSecurityGroupIngress(), new() { GroupId = group, IpPermissions = https });
        Assert.Empty(View(group).IpPermissions!);
        Assert.Equal("InvalidPermission.NotFound", _cloud.Refused(
            new RevokeSecurityGroupIngress(), new() { GroupId = group, IpPermissions = https }));

        var again = Authorize(group, https)[0].SecurityGroupRuleId!;
        _cloud.Run(new RevokeSecurityGroupIngress(), new() { GroupId = group, SecurityGroupRuleIds = [again] });
        Assert.Equal("InvalidSecurityGroupRuleId.NotFound", _cloud.Refused(
            new RevokeSecurityGroupIngress(), new() { GroupId = group, SecurityGroupRuleIds = [again] }));
    }

    [Fact]
    public void Egress_rules_are_named_by_permissions_alone()
    {
        var group = NewGroup("web");
        Assert.Equal("InvalidParameterValue", _cloud.Refused(
            new RevokeSecurityGroupEgress(), new() { GroupId = group, CidrIp = "0.0.0.0/0", IpProtocol = "-1" }));
        var all = View(group).IpPermissionsEgress;
        _cloud.Run(new RevokeSecurityGroupEgress(), new() { GroupId = group, IpPermissions = all });
        Assert.Empty(View(group).IpPermissionsEgress!);
    }

    [Fact]
    public void A_group_in_use_is_not_deleted_until_nothing_needs_it()
    {
        var (web, app) = (NewGroup("web"), NewGroup("app"));
        Authorize(app, new IpPermission { IpProtocol = "-1", UserIdGroupPairs = [new() { GroupId = web }] });
        var delete = new DeleteSecurityGroupRequest { GroupId = web };
        Assert.Equal("DependencyViolation", _cloud.Refused(new DeleteSecurityGroup(), delete));
        _cloud.Run(new DeleteSecurityGroup(), new() { GroupId = app });

        var made = _cloud.Run(new CreateSubnet(), new() { VpcId = _vpc, CidrBlock = "10.0.1.0/24" });
        var subnet = made.Subnet!.SubnetId!;
        var face = _cloud.Run(new CreateNetworkInterface(), new() { SubnetId = subnet, Groups = [web] });
        Assert.Equal("DependencyViolation", _cloud.Refused(new DeleteSecurityGroup(), delete));
        var id = face.NetworkInterface!.NetworkInterfaceId;
        _cloud.Run(new DeleteNetworkInterface(), new() { NetworkInterfaceId = id });
        _cloud.Run(new DeleteSecurityGroup(), delete);
        Assert.Equal("InvalidGroup.NotFound", _cloud.Refused(
            new DescribeSecurityGroups(), new() { GroupIds = [web] }));
    }

    [Fact]
    public void The_default_group_stays()
    {
        var group = Groups("default").Single();
        Assert.Equal("CannotDelete", _cloud.Refused(new DeleteSecurityGroup(), new() { GroupId = group.GroupId }));
    }

    [Fact]
    public void A_rule_is_changed_in_place_and_described_by_id_or_by_what_it_says()
    {
        var group = NewGroup("web");
        var rule = Authorize(group, Tcp(80, "10.0.0.0/8"), Tcp(443, "10.0.0.0/8"))[0].SecurityGroupRuleId!;
        var to443 = new SecurityGroupRuleRequest
        {
            IpProtocol = "tcp", FromPort = 443, ToPort = 443, CidrIpv4 = "10.0.0.0/8",
        };
        Assert.Equal("InvalidPermission.Duplicate", _cloud.Refused(new ModifySecurityGroupRules(), Change(to443)));
        _cloud.Run(new ModifySecurityGroupRules(), Change(to443 with { FromPort = 8443, ToPort = 8443 }));
        Assert.Equal(8443, Rule(rule).FromPort);

        _cloud.Run(new UpdateSecurityGroupRuleDescriptionsIngress(), new()
        {
            GroupId = group,
            SecurityGroupRuleDescriptions = [new() { SecurityGroupRuleId = rule, Description = "by id" }],
        });
        Assert.Equal("by id", Rule(rule).Description);
        _cloud.Run(new UpdateSecurityGroupRuleDescriptionsIngress(), new()
        {
            GroupId = group, IpPermissions = [Tcp(8443, "10.0.0.0/8")],
        });
        Assert.Null(Rule(rule).Description);
        Assert.Equal("InvalidPermission.NotFound", _cloud.Refused(
            new UpdateSecurityGroupRuleDescriptionsEgress(),
            new() { GroupId = group, IpPermissions = [Tcp(1, "10.0.0.0/8")] }));

        ModifySecurityGroupRulesRequest Change(SecurityGroupRuleRequest to) => new()
        {
            GroupId = group, SecurityGroupRules = [new() { SecurityGroupRuleId = rule, SecurityGroupRule = to }],
        };
    }

    [Fact]
    public void A_group_over_a_peering_can_be_referred_to_and_goes_stale_with_the_peering()
    {
        var other = NewVpc("10.9.0.0/16");
        var (here, there) = (NewGroup("here"), NewGroup("there", other));
        var pair = new IpPermission { IpProtocol = "-1", UserIdGroupPairs = [new() { GroupId = there }] };
        Assert.Equal("InvalidGroup.NotFound", Cloud.Refusal(() => Authorize(here, pair)));

        var peering = _cloud.Run(new CreateVpcPeeringConnection(), new() { VpcId = _vpc, PeerVpcId = other })
            .VpcPeeringConnection!.VpcPeeringConnectionId!;
        _cloud.Run(new AcceptVpcPeeringConnection(), new() { VpcPeeringConnectionId = peering });
        Authorize(here, pair);
        var reference = Assert.Single(_cloud.Run(new DescribeSecurityGroupReferences(), new() { GroupId = [there] })
            .SecurityGroupReferenceSet!);
        Assert.Equal((_vpc, peering), (reference.ReferencingVpcId, reference.VpcPeeringConnectionId));
        Assert.Empty(Stale());

        _cloud.Run(new DeleteVpcPeeringConnection(), new() { VpcPeeringConnectionId = peering });
        Assert.Equal(here, Assert.Single(Stale()).GroupId);

        IReadOnlyList<StaleSecurityGroup> Stale() =>
            _cloud.Run(new DescribeStaleSecurityGroups(), new() { VpcId = _vpc }).StaleSecurityGroupSet!;
    }

    [Fact]
    public void Groups_of_a_VPC_are_listed_for_its_interfaces()
    {
        var web = NewGroup("web");
        var groups = _cloud.Run(new GetSecurityGroupsForVpc(), new()
        {
            VpcId = _vpc, Filters = [new() { Name = "group-name", Values = ["w*"] }],
        });
        Assert.Equal(web, Assert.Single(groups.SecurityGroupForVpcs!).GroupId);
    }

    [Fact]
    public void More_rules_than_the_quota_are_refused_and_none_is_kept()
    {
        var group = NewGroup("web");
        var rules = Enumerable.Range(1, 61).Select(port => Tcp(port, "10.0.0.0/8")).ToArray();
        Assert.Equal("RulesPerSecurityGroupLimitExceeded", Cloud.Refusal(() => Authorize(group, rules)));
        Assert.Empty(View(group).IpPermissions!);
        Authorize(group, rules[..60]);
    }

    [Fact]
    public void Permissions_and_rules_say_the_same_and_revoking_what_was_authorized_restores()
    {
        var ports = Gen.Select(Gen.Int[1, 40], Gen.Int[0, 5], (from, more) => (from, to: from + more));
        var gen = Gen.Select(ports, Gen.Int[8, 24], Gen.OneOfConst("tcp", "udp"))
            .List[1, 12];
        gen.Sample(
            list =>
            {
                var group = NewGroup($"g{_names++}");
                var permissions = list.Distinct().Select(p => new IpPermission
                {
                    IpProtocol = p.Item3, FromPort = p.Item1.from, ToPort = p.Item1.to,
                    IpRanges = [new() { CidrIp = $"10.0.0.0/{p.Item2}" }],
                }).ToArray();
                var rules = Authorize(group, permissions);
                var view = View(group).IpPermissions!;
                Assert.Equal(
                    rules.Select(r => (r.IpProtocol, r.FromPort, r.ToPort, r.CidrIpv4)).Order(),
                    view.SelectMany(p => p.IpRanges!.Select(c => (p.IpProtocol, p.FromPort, p.ToPort, c.CidrIp)))
                        .Order());
                _cloud.Run(new RevokeSecurityGroupIngress(), new() { GroupId = group, IpPermissions = view });
                Assert.Empty(View(group).IpPermissions!);
            },
            iter: 50,
            threads: 1);
    }

    private int _names;

    private static IpPermission Tcp(int port, string cidr) =>
        new() { IpProtocol = "tcp", FromPort = port, ToPort = port, IpRanges = [new() { CidrIp = cidr }] };

    private string NewVpc(string cidr) => _cloud.Run(new CreateVpc(), new() { CidrBlock = cidr }).Vpc!.VpcId!;

    private CreateSecurityGroupRequest Named(string name, string? vpc = null) =>
        new() { GroupName = name, Description = "for tests", VpcId = vpc ?? _vpc };

    private string NewGroup(string name, string? vpc = null) =>
        _cloud.Run(new CreateSecurityGroup(), Named(name, vpc)).GroupId!;

    private IReadOnlyList<SecurityGroupRule> Authorize(string group, params IpPermission[] permissions) =>
        _cloud.Run(new AuthorizeSecurityGroupIngress(), new() { GroupId = group, IpPermissions = permissions })
            .SecurityGroupRules!;

    private SecurityGroup View(string id) =>
        _cloud.Run(new DescribeSecurityGroups(), new() { GroupIds = [id] }).SecurityGroups!.Single();

    private IReadOnlyList<SecurityGroup> Groups(string name) => _cloud.Run(new DescribeSecurityGroups(), new()
    {
        Filters = [new() { Name = "group-name", Values = [name] }, new() { Name = "vpc-id", Values = [_vpc] }],
    }).SecurityGroups!;

    private SecurityGroupRule Rule(string id) =>
        _cloud.Run(new DescribeSecurityGroupRules(), new() { SecurityGroupRuleIds = [id] })
            .SecurityGroupRules!.Single();
}
