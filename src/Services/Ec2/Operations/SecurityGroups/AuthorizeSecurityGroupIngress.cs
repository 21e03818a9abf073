using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.SecurityGroups;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.SecurityGroups;

/// <summary>Adds ingress rules to a security group, all or none.</summary>
public sealed class AuthorizeSecurityGroupIngress
    : IWriteOperation<AuthorizeSecurityGroupIngressRequest, AuthorizeSecurityGroupIngressResult>
{
    /// <inheritdoc/>
    public AuthorizeSecurityGroupIngressResult Run(AuthorizeSecurityGroupIngressRequest request, Call call)
    {
        var group = GroupLookup.Get(call, request.GroupId, request.GroupName);
        var permissions = new FlatPermission(
            request.IpProtocol, request.FromPort, request.ToPort, request.CidrIp)
        {
            SourceGroupName = request.SourceSecurityGroupName,
            SourceGroupOwner = request.SourceSecurityGroupOwnerId,
        }.Or(request.IpPermissions);
        var made = RuleStore.Authorize(call, group, isEgress: false, new(permissions, request.TagSpecifications));
        return new()
        {
            Return = true,
            SecurityGroupRules = [.. made.Select(rule => SecurityGroupRuleView.Of(rule, call))],
        };
    }
}
