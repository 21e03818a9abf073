using Orrery.Core;

namespace Orrery.Engines.Scaling.Warm;

/// <summary>How large a warm pool shall be.</summary>
/// <param name="Capacity">How many instances it shall have.</param>
/// <param name="Why">The reasons.</param>
public sealed record PoolSize(int Capacity, Reason Why);
