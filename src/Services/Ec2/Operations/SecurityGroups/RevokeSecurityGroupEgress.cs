using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules.SecurityGroups;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.SecurityGroups;

/// <summary>Removes egress rules from a security group, by id or by what they say.</summary>
public sealed class RevokeSecurityGroupEgress
    : IWriteOperation<RevokeSecurityGroupEgressRequest, RevokeSecurityGroupEgressResult>
{
    /// <inheritdoc/>
    public RevokeSecurityGroupEgressResult Run(RevokeSecurityGroupEgressRequest request, Call call)
    {
        var group = Ec2Kinds.SecurityGroup.Get(call, request.GroupId!);
        var flat = request.IpProtocol ?? request.CidrIp ?? request.SourceSecurityGroupName
            ?? request.SourceSecurityGroupOwnerId;
        var permissions = request.SecurityGroupRuleIds is { Count: > 0 }
            ? []
            : FlatPermission.RefusedForEgress(flat, request.FromPort ?? request.ToPort, request.IpPermissions);
        var (revoked, unknown) = RuleStore.Revoke(
            call, group, isEgress: true, new(request.SecurityGroupRuleIds, permissions));
        return new()
        {
            Return = true,
            RevokedSecurityGroupRules = [.. revoked.Select(SecurityGroupRuleView.Revoked)],
            UnknownIpPermissions = SecurityGroupView.Permissions(
                call, unknown.Select(rule => rule.ToRecord(new("sgr-unknown"), group.Id, true, null))),
        };
    }
}
