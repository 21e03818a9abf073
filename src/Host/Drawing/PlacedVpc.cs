using Orrery.Contracts.Maps;

namespace Orrery.Host.Drawing;

/// <summary>A VPC in its place.</summary>
/// <param name="Vpc">The VPC.</param>
/// <param name="Box">Where it is.</param>
/// <param name="HeaderY">Where its title begins.</param>
internal sealed record PlacedVpc(MapVpc Vpc, Box Box, int HeaderY)
{
    /// <summary>Whether only a summary is shown of it.</summary>
    public bool IsCompact { get; init; }

    /// <summary>Its zones: the head of each column.</summary>
    public IReadOnlyList<(string Name, Box Box)> Zones { get; init; } = [];

    /// <summary>Its subnets.</summary>
    public IReadOnlyList<PlacedSubnet> Subnets { get; init; } = [];

    /// <summary>Its gateways, on its border, and its endpoints.</summary>
    public IReadOnlyList<PlacedPart> Chips { get; init; } = [];
}
