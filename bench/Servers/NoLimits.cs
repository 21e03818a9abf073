using Orrery.Contracts;

namespace Orrery.Bench.Servers;

/// <summary>No quota stands in the way of a measure.</summary>
public sealed class NoLimits : IQuotas
{
    /// <inheritdoc/>
    public int Limit(Quota quota) => int.MaxValue;
}
