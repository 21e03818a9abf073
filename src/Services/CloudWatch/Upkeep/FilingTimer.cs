using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Rules.Metrics;
using Orrery.Services.CloudWatch.Rules.Storing;

namespace Orrery.Services.CloudWatch.Upkeep;

/// <summary>Files the points that wait, by metric and time.</summary>
internal sealed class FilingTimer : ITimerHandler
{
    /// <summary>The kind of the timer.</summary>
    public const string TimerKind = "cloudwatch.file-points";

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        call.Cancel(TimerKind, "");
        if (Intake.StateOf(call).Batches == 0) return;
        Retention.Expect(call, Intake.File(call));
    }
}
