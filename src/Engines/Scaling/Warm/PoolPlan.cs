using Orrery.Core;

namespace Orrery.Engines.Scaling.Warm;

/// <summary>What a warm pool does next.</summary>
/// <param name="Size">How large it shall be.</param>
/// <param name="Ends">What leaves it for good.</param>
/// <param name="Launch">How many are launched into it.</param>
/// <param name="Why">The reasons of the launches, or why there are none.</param>
public sealed record PoolPlan(PoolSize Size, IReadOnlyList<PoolEnd> Ends, int Launch, Reason Why);
