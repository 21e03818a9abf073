using Orrery.Services.Sqs.Records;

namespace Orrery.Services.Sqs.Boxes;

/// <summary>A message that was taken, with what was known of its receives before.</summary>
/// <param name="Message">The message.</param>
/// <param name="Count">How often it was received.</param>
/// <param name="FirstReceivedAt">When it was received first.</param>
internal sealed record Taken(MessageRecord Message, int Count, DateTimeOffset? FirstReceivedAt);
