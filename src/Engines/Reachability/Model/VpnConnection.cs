using Orrery.Core;

namespace Orrery.Engines.Reachability.Model;

/// <summary>
/// A Site-to-Site VPN connection from a customer gateway to a virtual private gateway or a transit gateway (then it is
/// named by an attachment).
/// </summary>
/// <param name="Id">The resource id.</param>
public sealed record VpnConnection(string Id) : Element(Id)
{
    /// <summary>The customer gateway.</summary>
    public required string CustomerGatewayId { get; init; }

    /// <summary>The virtual private gateway; null where it ends at a transit gateway.</summary>
    public string? VpnGatewayId { get; init; }

    /// <summary>What the customer's side announces: static routes of the connection, or learned ones.</summary>
    public IReadOnlyList<Cidr> Routes { get; init; } = [];

    /// <summary>Addresses at the customer's side that its tunnels carry; null for all.</summary>
    public Cidr? LocalCidr { get; init; }

    /// <summary>Addresses at AWS's side that its tunnels carry; null for all.</summary>
    public Cidr? RemoteCidr { get; init; }

    /// <summary>Whether it is available and a tunnel of it is up.</summary>
    public bool Up { get; init; }
}
