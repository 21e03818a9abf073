using Orrery.Contracts.Maps;

namespace Orrery.Host.Drawing;

/// <summary>A subnet in its place.</summary>
/// <param name="Subnet">The subnet.</param>
/// <param name="Box">Where it is.</param>
/// <param name="Rows">What is shown of what is in it.</param>
/// <param name="Hidden">How much of it is not shown.</param>
internal sealed record PlacedSubnet(MapSubnet Subnet, Box Box, IReadOnlyList<PlacedPart> Rows, int Hidden);
