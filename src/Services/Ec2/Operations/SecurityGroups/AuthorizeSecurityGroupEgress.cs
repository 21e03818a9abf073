using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules.SecurityGroups;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.SecurityGroups;

/// <summary>Adds egress rules to a security group, all or none.</summary>
public sealed class AuthorizeSecurityGroupEgress
    : IWriteOperation<AuthorizeSecurityGroupEgressRequest, AuthorizeSecurityGroupEgressResult>
{
    /// <inheritdoc/>
    public AuthorizeSecurityGroupEgressResult Run(AuthorizeSecurityGroupEgressRequest request, Call call)
    {
        var group = Ec2Kinds.SecurityGroup.Get(call, request.GroupId!);
        var permissions =
            FlatPermission.RefusedForEgress(request.IpProtocol ?? request.CidrIp ?? request.SourceSecurityGroupName
            ?? request.SourceSecurityGroupOwnerId, request.FromPort ?? request.ToPort, request.IpPermissions);
        var made = RuleStore.Authorize(call, group, isEgress: true, new(permissions, request.TagSpecifications));
        return new()
        {
            Return = true,
            SecurityGroupRules = [.. made.Select(rule => SecurityGroupRuleView.Of(rule, call))],
        };
    }
}
