using Orrery.Services.Sqs.Ids;

namespace Orrery.Services.Sqs.Records;

/// <summary>A group that can be received from, in the order of the first messages.</summary>
/// <param name="Key">Space and sequence of the first message.</param>
/// <param name="Group">The group's digest.</param>
/// <param name="SentAt">When that message was sent.</param>
internal sealed record ReadyRecord(RowKey Key, string Group, DateTimeOffset SentAt);
