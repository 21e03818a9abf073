using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Services.Ec2.Rules.Templates;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Spot;

/// <summary>The launch specification of a Spot request as a launch.</summary>
internal static class SpotSpecifications
{
    /// <summary>The launch of one instance.</summary>
    /// <exception cref="ServiceException">It names several zones, or an addressing type.</exception>
    public static RunInstancesRequest Launch(RequestSpotLaunchSpecification specification)
    {
        if (specification.AddressingType is { Length: > 0 })
        {
            throw Errors.NotServed("EC2-Classic addressing (AddressingType)");
        }

        if (specification.Placement?.AvailabilityZone?.Contains(',', StringComparison.Ordinal) == true)
        {
            throw Errors.NotServed("several zones in one Spot request (Placement.AvailabilityZone)");
        }

        return ShapeJson.As<RunInstancesRequest>(specification) with { MinCount = 1, MaxCount = 1 };
    }

    /// <summary>Refuses at once what can be seen at once.</summary>
    /// <exception cref="ServiceException">The type, the image or the subnet is none.</exception>
    public static InstanceTypeFacts Check(ReadCall call, RunInstancesRequest launch)
    {
        var type = LaunchOptions.TypeOf(launch);
        LaunchOptions.ImageOf(call, launch, type);
        if (launch.NetworkInterfaces is not { Count: > 0 })
        {
            LaunchSubnet.Choose(call, launch.SubnetId, launch.Placement);
        }

        return type;
    }
}
