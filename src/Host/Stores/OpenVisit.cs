namespace Orrery.Host.Stores;

/// <summary>A request to S3 whose answer is being sent.</summary>
/// <param name="visit">What is known of it.</param>
internal sealed class OpenVisit(Visit visit)
{
    private readonly TaskCompletionSource _sent = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is known of it now.</summary>
    public Visit Visit { get; private set; } = visit;

    /// <summary>Completes once the answer is sent.</summary>
    public Task Sent => _sent.Task;

    /// <summary>The answer is sent, or its client has gone.</summary>
    public void End(TimeSpan total, bool isWhole)
    {
        var facts = Visit.Facts;
        Visit = Visit with { Facts = facts with { TotalTime = total, BytesSent = isWhole ? facts.BytesSent : 0 } };
        _sent.SetResult();
    }
}
