namespace Orrery.Services.Sns.Rules;

/// <summary>
/// When a failed delivery is tried again: at once, then after the shortest wait, then after growing waits, then after
/// the longest. Source: SNS Developer Guide, "Amazon SNS message delivery retries". How the waits grow between their
/// ends is guessed, and AWS's jitter is left out.
/// </summary>
internal sealed record RetryPolicy
{
    /// <summary>The shortest wait, in seconds.</summary>
    public int MinDelayTarget { get; init; } = 20;

    /// <summary>The longest wait, in seconds.</summary>
    public int MaxDelayTarget { get; init; } = 20;

    /// <summary>All retries together.</summary>
    public int NumRetries { get; init; } = 3;

    /// <summary>The retries at once.</summary>
    public int NumNoDelayRetries { get; init; }

    /// <summary>The retries after the shortest wait.</summary>
    public int NumMinDelayRetries { get; init; }

    /// <summary>The retries after the longest wait.</summary>
    public int NumMaxDelayRetries { get; init; }

    /// <summary>How the waits of the others grow.</summary>
    public BackoffFunction BackoffFunction { get; init; }

    /// <summary>The wait before a retry; null where there is no such retry.</summary>
    /// <param name="retry">Which, from 1.</param>
    public TimeSpan? WaitBefore(int retry)
    {
        if (retry > NumRetries) return null;
        if (retry <= NumNoDelayRetries) return TimeSpan.Zero;
        var early = NumNoDelayRetries + NumMinDelayRetries;
        if (retry <= early) return TimeSpan.FromSeconds(MinDelayTarget);
        if (retry > NumRetries - NumMaxDelayRetries) return TimeSpan.FromSeconds(MaxDelayTarget);
        var growing = NumRetries - NumMaxDelayRetries - early;
        var part = growing == 1 ? 0 : (retry - early - 1) / (double)(growing - 1);
        return TimeSpan.FromMilliseconds(Math.Round(1000 * Seconds(part)));
    }

    /// <summary>The waits of all retries together.</summary>
    public TimeSpan Total()
    {
        var total = TimeSpan.Zero;
        for (var retry = 1; retry <= NumRetries; retry++) total += WaitBefore(retry)!.Value;
        return total;
    }

    private double Seconds(double part)
    {
        double low = MinDelayTarget, high = MaxDelayTarget;
        return BackoffFunction switch
        {
            BackoffFunction.Exponential => low * Math.Pow(high / low, part),
            BackoffFunction.Arithmetic => low + ((high - low) * part * (part + 1) / 2),
            BackoffFunction.Geometric => low + ((high - low) * (Math.Pow(2, 4 * part) - 1) / 15),
            _ => low + ((high - low) * part),
        };
    }
}
