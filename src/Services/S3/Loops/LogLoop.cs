using Orrery.Services.S3.Rules.Logging;

namespace Orrery.Services.S3.Loops;

/// <summary>Delivers the access log of a bucket, some thousand lines a call.</summary>
public sealed class LogLoop : ITimerHandler
{
    /// <inheritdoc/>
    public string Kind => LogFiles.TimerKind;

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (!LogFiles.Deliver(call, subject)) call.Schedule(Kind, call.Now, subject, call.Scope);
    }
}
