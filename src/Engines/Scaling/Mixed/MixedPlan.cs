using Orrery.Core;

namespace Orrery.Engines.Scaling.Mixed;

/// <summary>What a mixed group launches.</summary>
/// <param name="Launches">The launches, in order.</param>
/// <param name="Missing">What no pool could give, in units.</param>
/// <param name="Why">The reasons.</param>
public sealed record MixedPlan(IReadOnlyList<Launch> Launches, int Missing, Reason Why);
