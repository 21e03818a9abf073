using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.SecurityGroups;

/// <summary>Lists which VPCs at the other ends of peerings refer to groups.</summary>
public sealed class DescribeSecurityGroupReferences
    : IReadOperation<DescribeSecurityGroupReferencesRequest, DescribeSecurityGroupReferencesResult>
{
    /// <inheritdoc/>
    public DescribeSecurityGroupReferencesResult Run(DescribeSecurityGroupReferencesRequest request, ReadCall call)
    {
        var groups = request.GroupId!.Select(id => Ec2Kinds.SecurityGroup.Get(call, id)).ToList();
        return new()
        {
            SecurityGroupReferenceSet = [.. groups.SelectMany(group => ReferencesTo(call, group)).Distinct()],
        };
    }

    private static IEnumerable<Wire.Generated.Ec2.SecurityGroupReference> ReferencesTo(
        ReadCall call, SecurityGroupRecord target) =>
        from scope in call.Scopes
        where scope.Region == call.Region
        from rule in call.Read(Tables.SecurityGroupRules, scope).By(Tables.RulesByReferencedGroup, target.Id.Value)
        where rule.ReferencedGroup!.PeeringConnectionId is not null
        let referencing = call.Read(Tables.SecurityGroups, scope).Find(rule.GroupId)
        select new Wire.Generated.Ec2.SecurityGroupReference
        {
            GroupId = target.Id.Value,
            ReferencingVpcId = referencing.VpcId.Value,
            VpcPeeringConnectionId = rule.ReferencedGroup!.PeeringConnectionId!.Value.Value,
        };
}
