namespace Orrery.Contracts.Instances;

/// <summary>Instance types that are wanted by their attributes.</summary>
/// <param name="Requirements">AWS's <c>InstanceRequirements</c> as JSON, with AWS's names of members.</param>
/// <param name="ImageId">The image that they have to run; null for any of Intel's architecture.</param>
/// <param name="Spot">Whether prices of Spot protect, rather than On-Demand prices.</param>
/// <param name="Unit">Of what prices are compared: <c>units</c> for instances, <c>vcpu</c> or
/// <c>memory-mib</c>.</param>
public sealed record MarketWish(string Requirements, string? ImageId, bool Spot, string Unit = "units");
