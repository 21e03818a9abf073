namespace Orrery.Services.AutoScaling.Reconciling;

/// <summary>What a mixed group chose to launch.</summary>
/// <param name="Type">The type.</param>
/// <param name="IsSpot">Whether as Spot.</param>
/// <param name="MaxPrice">The most to pay for an hour of an instance; null for the On-Demand price.</param>
internal sealed record MixedPick(MixedType Type, bool IsSpot, string? MaxPrice);
