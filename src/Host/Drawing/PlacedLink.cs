using Orrery.Contracts.Maps;

namespace Orrery.Host.Drawing;

/// <summary>A link in its place.</summary>
/// <param name="Link">The link.</param>
/// <param name="Points">Its corners.</param>
/// <param name="Label">Where its id stands: the left end of the line of text; null where there is no room.</param>
internal sealed record PlacedLink(MapLink Link, IReadOnlyList<Spot> Points, Spot? Label);
