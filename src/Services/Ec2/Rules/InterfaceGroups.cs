using System.Collections.Immutable;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// Which security groups a network interface may have. Source: EC2 API Reference, CreateNetworkInterface.
/// </summary>
internal static class InterfaceGroups
{
    /// <summary>The groups that were named, or the VPC's default group when none was.</summary>
    /// <exception cref="ServiceException">
    /// A group does not exist or is another VPC's, or there are more than the quota of groups per interface.
    /// </exception>
    public static ImmutableArray<SecurityGroupId> Resolve(
        ReadCall call, SubnetId subnet, VpcId vpc, IReadOnlyList<string>? ids)
    {
        if (ids is null or { Count: 0 })
        {
            return [VpcParts.DefaultSecurityGroup(call, vpc).Id];
        }

        var groups = ids.Distinct(StringComparer.Ordinal).Select(id => Ec2Kinds.SecurityGroup.Get(call, id)).ToList();
        if (groups.Find(group => group.VpcId != vpc) is { } stranger)
        {
            throw new ServiceException(
                "InvalidParameter", $"Security group {stranger.Id} and subnet {subnet} belong to different networks.");
        }

        Limits.CheckGroupsPerInterface(call, groups.Count);
        return [.. groups.Select(group => group.Id)];
    }
}
