using Orrery.Core;
using Orrery.Engines.Reachability.Explaining;

namespace Orrery.Engines.Reachability.Tracing;

/// <summary>The answer: the way of the packet and of its reply, and how it ended.</summary>
/// <param name="Flow">The question.</param>
/// <param name="Disposition">How it ended.</param>
/// <param name="Code">AWS's explanation code; null where delivered.</param>
/// <param name="Forward">The hops of the packet, in order; empty where an end is unknown.</param>
/// <param name="Return">The hops of the reply; empty where the packet did not arrive or has no reply.</param>
public sealed record Trace(
    Flow Flow, Disposition Disposition, string? Code, IReadOnlyList<Hop> Forward, IReadOnlyList<Hop> Return)
{
    /// <summary>True where the flow works, both ways.</summary>
    public bool Reachable => Disposition == Disposition.Delivered;

    /// <summary>The hop at which it ended, or null where it was delivered or an end is unknown.</summary>
    public Hop? StoppedAt => Reachable ? null : Return.Count > 0 ? Return[^1] : Forward.Count > 0 ? Forward[^1] : null;

    /// <summary>True where the packet arrived and only the reply did not.</summary>
    public bool StoppedOnReturn => !Reachable && Return.Count > 0;

    /// <summary>
    /// The smallest sets of changes that would let the flow through, each proved; see <see cref="TraceOptions"/>.
    /// </summary>
    public IReadOnlyList<Remedy> Remedies { get; init; } = [];

    /// <summary>The outcome with its reasons as sentences. Made anew at each call.</summary>
    public Decision Decide() => Explainer.Decide(this);
}
