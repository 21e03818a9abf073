namespace Orrery.Services.Iam.Records;

/// <summary>A version of a managed policy.</summary>
/// <param name="Id">For example <c>v1</c>.</param>
/// <param name="Document">The document.</param>
/// <param name="CreatedAt">When it was made.</param>
internal sealed record PolicyVersionRecord(string Id, string Document, DateTimeOffset CreatedAt);
