namespace Orrery.Host.Admin.Shapes;

/// <summary>How much room there is for a type in a zone.</summary>
/// <param name="Zone">The zone's name.</param>
/// <param name="Type">The instance type.</param>
/// <param name="Room">How many instances; none given: any number.</param>
/// <param name="Spot">Whether this is said of Spot Instances only.</param>
public sealed record CapacityRequest(string? Zone = null, string? Type = null, int? Room = null, bool Spot = false);
