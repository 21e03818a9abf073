namespace Orrery.Services.Iam.Records;

/// <summary>A service that somebody may use, with the last use.</summary>
/// <param name="Service">The service's namespace.</param>
/// <param name="Uses">The last use by each identity, newest first.</param>
internal sealed record AccessedServiceRecord(string Service, IReadOnlyList<Orrery.Contracts.Identity.CallUse> Uses);
