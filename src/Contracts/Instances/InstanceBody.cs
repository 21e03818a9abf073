namespace Orrery.Contracts.Instances;

/// <summary>The body that an instance has.</summary>
/// <param name="Kind">Of what kind.</param>
/// <param name="Why">Why it has this one, as a sentence.</param>
/// <param name="Address">Where an external body answers; null for others.</param>
/// <param name="IsRefused">Whether its tag asks for a body that it does not get.</param>
public sealed record InstanceBody(BodyKind Kind, string Why, Uri? Address = null, bool IsRefused = false);
