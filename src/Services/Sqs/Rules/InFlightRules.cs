using Orrery.Core;

namespace Orrery.Services.Sqs.Rules;

/// <summary>
/// How many messages may be in flight. Source: SQS Developer Guide, "Amazon SQS standard queue quotas", "FIFO queue
/// quotas".
/// </summary>
internal static class InFlightRules
{
    private const int Most = 120_000;

    /// <summary>How many more messages may be received. A full FIFO queue and a long poll give none.</summary>
    /// <param name="inFlight">How many are in flight.</param>
    /// <param name="isSilent">Whether the queue is FIFO or the poll is long.</param>
    /// <exception cref="ServiceException">OverLimit: a short poll of a standard queue that is full.</exception>
    public static int Room(int inFlight, bool isSilent) =>
        inFlight < Most ? Most - inFlight
        : isSilent ? 0
        : throw new ServiceException(
            "OverLimit", "Too many messages in flight: the limit of 120000 is reached. Delete messages, or wait.", 403);
}
