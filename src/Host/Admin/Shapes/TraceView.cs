namespace Orrery.Host.Admin.Shapes;

/// <summary>The way of a packet and of its answer.</summary>
/// <param name="Reachable">Whether the packet arrives and its answer comes back.</param>
/// <param name="Flow">The traced flow, as text.</param>
/// <param name="Forward">The hops of the packet.</param>
/// <param name="Return">The hops of its answer; empty when the packet does not arrive.</param>
/// <param name="Why">The reasons; the root states the outcome in one sentence.</param>
/// <param name="Remedies">Each entry alone would let it through.</param>
public sealed record TraceView(
    bool Reachable,
    string Flow,
    IReadOnlyList<HopView> Forward,
    IReadOnlyList<HopView> Return,
    ReasonView Why,
    IReadOnlyList<RemedyView> Remedies)
{
    /// <summary>Which source ports work, where no one was asked for and not all fare alike.</summary>
    public string? Partly { get; init; }
}
