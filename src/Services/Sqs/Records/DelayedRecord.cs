using Orrery.Services.Sqs.Ids;

namespace Orrery.Services.Sqs.Records;

/// <summary>A delayed message.</summary>
/// <param name="Key">Its place: the first of a space is due first.</param>
/// <param name="Item">The message.</param>
/// <param name="Due">When it can be received.</param>
/// <param name="SentAt">When it was sent.</param>
internal sealed record DelayedRecord(RowKey Key, string Item, DateTimeOffset Due, DateTimeOffset SentAt);
