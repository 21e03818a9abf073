using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.SecurityGroups;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Instances;

/// <summary>
/// Where an instance is launched: the subnet that was named, else the default subnet of the zone that was named, else
/// that of the first zone (AWS chooses one itself, and says no more). Source: EC2 API Reference, RunInstances.
/// </summary>
internal static class LaunchSubnet
{
    /// <summary>The subnet of a name, or a default one.</summary>
    /// <exception cref="ServiceException">
    /// The subnet does not exist or is in another zone than the placement; VPCIdNotSpecified or MissingInput where
    /// there is no default.
    /// </exception>
    public static SubnetRecord Choose(ReadCall call, string? id, Placement? placement)
    {
        var named = placement is { AvailabilityZone: { Length: > 0 } } or { AvailabilityZoneId: { Length: > 0 } }
            ? Zones.Choose(call, Given(placement.AvailabilityZone), Given(placement.AvailabilityZoneId)).Name
            : null;
        if (id is not null)
        {
            var subnet = Ec2Kinds.Subnet.Get(call, id);
            return named is null || named == subnet.AvailabilityZone
                ? subnet
                : throw Errors.InvalidParameterCombination(
                    $"The availability zone {named} of the placement is not that of the subnet {subnet.Id}, "
                    + $"{subnet.AvailabilityZone}");
        }

        var vpc = GroupLookup.DefaultVpc(call);
        return SubnetRules.SubnetsOf(call, vpc)
            .Where(s => s.DefaultForAz && (named is null || s.AvailabilityZone == named))
            .OrderBy(s => s.AvailabilityZone, StringComparer.Ordinal)
            .FirstOrDefault()
            ?? throw new ServiceException(
                "MissingInput", $"No subnets found for the default VPC '{vpc}'. Please specify a subnet.");
    }

    private static string? Given(string? text) => text is { Length: > 0 } ? text : null;
}
