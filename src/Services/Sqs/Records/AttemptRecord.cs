using Orrery.Services.Sqs.Ids;

namespace Orrery.Services.Sqs.Records;

/// <summary>A receive that can be tried again.</summary>
/// <param name="Key">Queue, span of time, digest of the attempt id.</param>
/// <param name="At">When it was first made.</param>
/// <param name="Space">The space of its messages.</param>
/// <param name="Items">The messages that it gave.</param>
/// <param name="Counts">How often each had been received then.</param>
/// <param name="Due">When they come back.</param>
internal sealed record AttemptRecord(
    RowKey Key, DateTimeOffset At, string Space, IReadOnlyList<string> Items, IReadOnlyList<int> Counts,
    DateTimeOffset Due);
