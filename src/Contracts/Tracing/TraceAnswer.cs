using Orrery.Core;

namespace Orrery.Contracts.Tracing;

/// <summary>The way of a packet and of its reply.</summary>
/// <param name="Flow">The traced flow, as text.</param>
/// <param name="Disposition">How it ended, for example <c>Delivered</c> or <c>NoRoute</c>.</param>
/// <param name="Code">AWS's explanation code; null where it works.</param>
/// <param name="Forward">The hops of the packet.</param>
/// <param name="Return">The hops of its reply; empty where the packet does not arrive.</param>
/// <param name="Decision">Yes or no, with the reasons and what would help.</param>
public sealed record TraceAnswer(
    string Flow,
    string Disposition,
    string? Code,
    IReadOnlyList<TraceHop> Forward,
    IReadOnlyList<TraceHop> Return,
    Decision Decision)
{
    /// <summary>
    /// Which source ports of clients work, where nobody asked for one and not all fare alike; else null.
    /// </summary>
    public string? Partly { get; init; }
}
