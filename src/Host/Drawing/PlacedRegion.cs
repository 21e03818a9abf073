namespace Orrery.Host.Drawing;

/// <summary>The frame around what an account has in a region.</summary>
internal sealed record PlacedRegion(string Account, string Region, Box Box, int Hidden);
