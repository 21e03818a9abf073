namespace Orrery.Services.Organizations.Records;

/// <summary>A service that may work in all accounts of an organization.</summary>
/// <param name="Service">Its principal.</param>
/// <param name="At">Since when.</param>
internal sealed record AccessRecord(string Service, DateTimeOffset At);
