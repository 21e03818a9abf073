using Orrery.Contracts.Maps;

namespace Orrery.Host.Drawing;

/// <summary>Something small in its place.</summary>
internal sealed record PlacedPart(MapPart Part, Box Box);
