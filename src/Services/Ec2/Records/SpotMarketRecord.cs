using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>The seed of a region's Spot market.</summary>
/// <param name="Id">Always the same.</param>
/// <param name="Seed">What prices and withdrawals are made of.</param>
public sealed record SpotMarketRecord(ResourceKey Id, long Seed);
