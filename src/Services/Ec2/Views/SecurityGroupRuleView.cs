using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>A security group rule as the newer API writes it.</summary>
internal static class SecurityGroupRuleView
{
    /// <summary>The rule with its tags.</summary>
    public static SecurityGroupRule Of(SecurityGroupRuleRecord rule, ReadCall call) => new()
    {
        SecurityGroupRuleId = rule.Id.Value,
        GroupId = rule.GroupId.Value,
        GroupOwnerId = call.Account,
        IsEgress = rule.IsEgress,
        IpProtocol = rule.IpProtocol,
        FromPort = rule.FromPort,
        ToPort = rule.ToPort,
        CidrIpv4 = rule.Cidr is { IsV6: false } ipv4 ? ipv4.ToString() : null,
        CidrIpv6 = rule.Cidr is { IsV6: true } ipv6 ? ipv6.ToString() : null,
        PrefixListId = rule.PrefixListId?.Value,
        ReferencedGroupInfo = rule.ReferencedGroup is { } reference ? Reference(call, reference) : null,
        Description = rule.Description,
        Tags = TagStore.View(call, rule.Id.Value),
        SecurityGroupRuleArn = $"arn:aws:ec2:{call.Region}:{call.Account}:security-group-rule/{rule.Id}",
    };

    /// <summary>A rule that was revoked.</summary>
    public static RevokedSecurityGroupRule Revoked(SecurityGroupRuleRecord rule) => new()
    {
        SecurityGroupRuleId = rule.Id.Value,
        GroupId = rule.GroupId.Value,
        IsEgress = rule.IsEgress,
        IpProtocol = rule.IpProtocol,
        FromPort = rule.FromPort,
        ToPort = rule.ToPort,
        CidrIpv4 = rule.Cidr is { IsV6: false } ipv4 ? ipv4.ToString() : null,
        CidrIpv6 = rule.Cidr is { IsV6: true } ipv6 ? ipv6.ToString() : null,
        PrefixListId = rule.PrefixListId?.Value,
        ReferencedGroupId = rule.ReferencedGroup?.GroupId.Value,
        Description = rule.Description,
    };

    private static ReferencedSecurityGroup Reference(ReadCall call, SecurityGroupReference reference) => new()
    {
        GroupId = reference.GroupId.Value,
        UserId = reference.UserId,
        VpcId = reference.VpcId?.Value,
        VpcPeeringConnectionId = reference.PeeringConnectionId?.Value,
        PeeringStatus = SecurityGroupView.PeeringStatus(call, reference),
    };
}
