using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Rules.SecurityGroups;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.SecurityGroups;

/// <summary>Lists groups of a VPC with rules that refer to a group or a peering that is gone.</summary>
public sealed class DescribeStaleSecurityGroups
    : IReadOperation<DescribeStaleSecurityGroupsRequest, DescribeStaleSecurityGroupsResult>
{
    /// <inheritdoc/>
    public DescribeStaleSecurityGroupsResult Run(DescribeStaleSecurityGroupsRequest request, ReadCall call)
    {
        var vpc = Ec2Kinds.Vpc.Get(call, request.VpcId!);
        var after = request.NextToken is { } token ? PageToken.KeyOf(token) : "";
        var stale = call.Read(Tables.SecurityGroups).By(Tables.SecurityGroupsByVpc, vpc.Id.Value)
            .Where(group => string.CompareOrdinal(group.Id.Value, after) > 0)
            .Select(group => StaleRules.Of(call, group))
            .OfType<StaleSecurityGroup>();
        var page = Lister.Cut(stale, group => group.GroupId!, request.MaxResults);
        return new() { StaleSecurityGroupSet = page.Items, NextToken = page.NextToken };
    }
}
