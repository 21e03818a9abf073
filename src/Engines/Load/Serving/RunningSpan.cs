namespace Orrery.Engines.Load.Serving;

/// <summary>Minutes through which an instance ran unchanged.</summary>
/// <param name="From">The first minute.</param>
/// <param name="To">The first minute in which it no longer did; null while it runs.</param>
/// <param name="Capacity">What it could do.</param>
public sealed record RunningSpan(long From, long? To, Capacity Capacity);
