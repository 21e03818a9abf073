using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.SecurityGroups;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.SecurityGroups;

/// <summary>Removes ingress rules from a security group, by id or by what they say.</summary>
public sealed class RevokeSecurityGroupIngress
    : IWriteOperation<RevokeSecurityGroupIngressRequest, RevokeSecurityGroupIngressResult>
{
    /// <inheritdoc/>
    public RevokeSecurityGroupIngressResult Run(RevokeSecurityGroupIngressRequest request, Call call)
    {
        var group = GroupLookup.Get(call, request.GroupId, request.GroupName);
        var permissions = request.SecurityGroupRuleIds is { Count: > 0 } ? [] : new FlatPermission(
            request.IpProtocol, request.FromPort, request.ToPort, request.CidrIp)
        {
            SourceGroupName = request.SourceSecurityGroupName,
            SourceGroupOwner = request.SourceSecurityGroupOwnerId,
        }.Or(request.IpPermissions);
        var (revoked, unknown) = RuleStore.Revoke(
            call, group, isEgress: false, new(request.SecurityGroupRuleIds, permissions));
        return new()
        {
            Return = true,
            RevokedSecurityGroupRules = [.. revoked.Select(SecurityGroupRuleView.Revoked)],
            UnknownIpPermissions = SecurityGroupView.Permissions(
                call, unknown.Select(rule => rule.ToRecord(new("sgr-unknown"), group.Id, false, null))),
        };
    }
}
