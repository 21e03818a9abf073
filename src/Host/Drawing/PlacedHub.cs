using Orrery.Contracts.Maps;

namespace Orrery.Host.Drawing;

/// <summary>A transit gateway in its place.</summary>
internal sealed record PlacedHub(MapHub Hub, Box Box, int Attachments);
