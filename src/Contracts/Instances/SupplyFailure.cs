namespace Orrery.Contracts.Instances;

/// <summary>Why no more instances were launched.</summary>
/// <param name="Code">EC2's error code.</param>
/// <param name="Message">EC2's message.</param>
/// <param name="IsShortage">Whether there may be room elsewhere: capacity, Spot price or addresses are short.</param>
public sealed record SupplyFailure(string Code, string Message, bool IsShortage);
