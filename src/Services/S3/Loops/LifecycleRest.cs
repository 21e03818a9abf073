namespace Orrery.Services.S3.Loops;

/// <summary>What is left of a day's ageing of a bucket, after the place that is its subject.</summary>
public sealed class LifecycleRest : ITimerHandler
{
    /// <summary>The kind of its timer.</summary>
    internal const string TimerKind = "s3.lifecycle-rest";

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <inheritdoc/>
    public void Fire(Call call, string subject) =>
        LifecycleLoop.Run(call, subject[..subject.IndexOf('/', StringComparison.Ordinal)], subject);
}
