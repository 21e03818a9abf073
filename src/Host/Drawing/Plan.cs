namespace Orrery.Host.Drawing;

/// <summary>Everything in its place.</summary>
internal sealed record Plan(int Width, int Height)
{
    public IReadOnlyList<PlacedRegion> Regions { get; init; } = [];

    public IReadOnlyList<PlacedVpc> Vpcs { get; init; } = [];

    public IReadOnlyList<PlacedHub> Hubs { get; init; } = [];

    public IReadOnlyList<PlacedSite> Sites { get; init; } = [];

    public IReadOnlyList<PlacedLink> Links { get; init; } = [];

    /// <summary>The internet, above and below.</summary>
    public IReadOnlyList<Box> Internet { get; init; } = [];
}
