using Orrery.Services.Sqs.Ids;

namespace Orrery.Services.Sqs.Records;

/// <summary>The name of a queue that was deleted a short while ago.</summary>
/// <param name="Name">The name.</param>
/// <param name="DeletedAt">When.</param>
internal sealed record GraveRecord(RowKey Name, DateTimeOffset DeletedAt);
