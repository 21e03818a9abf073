using Orrery.Kernel.Calls;

namespace Orrery.Services.Sqs.Loops;

/// <summary>Gives the name of a deleted queue free again.</summary>
internal sealed class NameRelease : ITimerHandler
{
    /// <summary>The kind of the timer; its subject is the name.</summary>
    public const string TimerKind = "sqs.name-free";

    /// <summary>Source: SQS API Reference, DeleteQueue: at least 60 seconds.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <inheritdoc/>
    public void Fire(Call call, string subject) => call.Write(Tables.Graves).Remove(new(subject));
}
