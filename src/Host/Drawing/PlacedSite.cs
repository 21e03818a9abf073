using Orrery.Contracts.Maps;

namespace Orrery.Host.Drawing;

/// <summary>A network outside of AWS in its place.</summary>
internal sealed record PlacedSite(MapSite Site, Box Box);
