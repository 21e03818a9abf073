namespace Orrery.Engines.Reachability.Model;

/// <summary>A network interface: where packets start, end, or pass through an appliance.</summary>
/// <param name="Id">The resource id.</param>
public sealed record NetworkInterface(string Id) : Element(Id)
{
    /// <summary>The subnet that it is in.</summary>
    public required string SubnetId { get; init; }

    /// <summary>Its addresses, IPv4 (primary first) and IPv6.</summary>
    public IReadOnlyList<InterfaceAddress> Addresses { get; init; } = [];

    /// <summary>
    /// Its security groups. None at all means that nothing is filtered (requester-managed interfaces).
    /// </summary>
    public IReadOnlyList<string> SecurityGroupIds { get; init; } = [];

    /// <summary>While on, packets that are not from or to the interface's own addresses are dropped.</summary>
    public bool SourceDestCheck { get; init; } = true;

    /// <summary>The instance that it is attached to, by which flows can name it.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Its place on the instance; 0 is the primary interface.</summary>
    public int DeviceIndex { get; init; }

    /// <summary>False where what is behind it cannot send or receive, as a stopped instance.</summary>
    public bool Functional { get; init; } = true;

    /// <summary>False where it is attached to nothing: a route to it is then a blackhole.</summary>
    public bool Attached { get; init; } = true;

    /// <summary>Whether it is of an instance that the instance metadata service answers.</summary>
    public bool MetadataEndpoint { get; init; } = true;

    /// <summary>Whether that service answers over IPv6 too.</summary>
    public bool MetadataOverIpv6 { get; init; } = true;

    /// <summary>Whether its host is of the Nitro System, whose services answer over IPv6 too.</summary>
    public bool OnNitro { get; init; } = true;
}
