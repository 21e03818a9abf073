using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Rules.Metrics;

namespace Orrery.Services.CloudWatch.Upkeep;

/// <summary>Rolls up the older points of the metrics that are due on a day.</summary>
internal sealed class RetentionTimer : ITimerHandler
{
    /// <summary>The kind of the timer.</summary>
    public const string TimerKind = "cloudwatch.roll-up-points";

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <inheritdoc/>
    public void Fire(Call call, string subject) => Retention.RollUp(call, subject);
}
