namespace Orrery.Services.AccessAnalyzer.Loops;

/// <summary>
/// Analyzes once a day. Source: IAM User Guide, "How IAM Access Analyzer findings work": all policies at least every 24
/// hours.
/// </summary>
internal sealed class ScanLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is an analyzer.</summary>
    public const string Timer = "access-analyzer.scan";

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public string Kind => Timer;

    /// <summary>Makes the next scan due.</summary>
    public static void Begin(Call call, AnalyzerRecord analyzer) =>
        call.Schedule(Timer, call.Now + Day, analyzer.Name.Value);

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.Read(Tables.Analyzers).Find(new(subject)) is not { } analyzer) return;
        Scanner.Refresh(call, analyzer);
        Begin(call, analyzer);
    }
}
