using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>What an interface endpoint has in one subnet.</summary>
public sealed record EndpointInterfaceRecord
{
    /// <summary>The subnet.</summary>
    public required SubnetId SubnetId { get; init; }

    /// <summary>Its zone; an endpoint has one subnet in each.</summary>
    public required string Zone { get; init; }

    /// <summary>The network interface, which the endpoint owns.</summary>
    public required NetworkInterfaceId NetworkInterfaceId { get; init; }
}
