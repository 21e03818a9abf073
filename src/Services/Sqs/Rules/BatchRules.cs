using Orrery.Core;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Services.Sqs.Rules;

/// <summary>What a batch may be, and how its entries fail one by one.</summary>
internal static class BatchRules
{
    private const int Most = 10;

    /// <summary>Refuses a batch as a whole.</summary>
    public static void Check(IReadOnlyList<string?> ids)
    {
        if (ids.Count == 0)
            throw new ServiceException(
                "EmptyBatchRequest", "There should be at least one entry in the request.");
        if (ids.Count > Most)
            throw new ServiceException(
                "TooManyEntriesInBatchRequest",
                $"Maximum number of entries per request are 10. You have sent {ids.Count}.");
        if (ids.Any(static id => id is not { Length: > 0 and <= 80 } || !id.All(QueueNames.IsNamed)))
            throw new ServiceException(
                "InvalidBatchEntryId",
                "A batch entry id can only contain alphanumeric characters, hyphens and underscores. "
                + "It can be at most 80 letters long.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (ids.FirstOrDefault(id => !seen.Add(id!)) is { } twice)
            throw new ServiceException("BatchEntryIdsNotDistinct", $"Id {twice} repeated.");
    }

    /// <summary>Does something with each entry; those that are refused are told.</summary>
    public static (List<TDone> Done, List<BatchResultErrorEntry> Failed) Each<TEntry, TDone>(
        IReadOnlyList<TEntry> entries, Func<TEntry, string?> id, Func<TEntry, TDone> act)
    {
        var done = new List<TDone>();
        var failed = new List<BatchResultErrorEntry>();
        foreach (var entry in entries)
        {
            try
            {
                done.Add(act(entry));
            }
            catch (ServiceException refusal)
            {
                failed.Add(new()
                {
                    Id = id(entry),
                    SenderFault = refusal.Status < 500,
                    Code = refusal.Code,
                    Message = refusal.Message,
                });
            }
        }
        return (done, failed);
    }
}
