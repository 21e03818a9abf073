using Orrery.Core;

namespace Orrery.Engines.Scaling.Warm;

/// <summary>An instance that leaves a warm pool for the group.</summary>
/// <param name="Id">The instance.</param>
/// <param name="Zone">Its zone.</param>
/// <param name="Why">The reasons.</param>
public sealed record PoolDraw(string Id, string Zone, Reason Why);
