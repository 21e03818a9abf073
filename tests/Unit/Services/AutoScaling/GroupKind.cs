namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>What a group is that lives at random.</summary>
internal enum GroupKind
{
    /// <summary>One type, no maintenance policy.</summary>
    Plain,

    /// <summary>Replaces by launching first.</summary>
    LaunchFirst,

    /// <summary>Replaces by ending first.</summary>
    EndFirst,

    /// <summary>On-Demand of three types that count 1, 2 and 4.</summary>
    Weighted,

    /// <summary>On-Demand and Spot, rebalanced when Spot is at risk.</summary>
    Spot,

    /// <summary>With a warm pool that takes instances back.</summary>
    Warm,
}
