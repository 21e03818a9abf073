using Orrery.Services.Sqs.Ids;

namespace Orrery.Services.Sqs.Records;

/// <summary>A message group that has messages.</summary>
/// <param name="Key">Space and digest of the group id.</param>
/// <param name="Count">How many messages it has, those in flight included.</param>
/// <param name="InFlight">How many are in flight: while there is one, no other is given out.</param>
/// <param name="Ready">Its place in the row of groups that can be received from; null while it is blocked.</param>
internal sealed record GroupRecord(RowKey Key, long Count, int InFlight, RowKey? Ready);
