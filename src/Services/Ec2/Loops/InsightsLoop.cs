using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Insights;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Loops;

/// <summary>
/// Ends network insights analyses: each sees the networks as they are when it ends. How long one takes is guessed
/// (AWS names no figure).
/// </summary>
internal sealed class InsightsLoop : ITimerHandler
{
    private const string TimerKind = "ec2.network-insights";

    private static readonly TimeSpan Running = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Lets an analysis run.</summary>
    public static void Begin(Call call, NetworkInsightsAnalysisRecord analysis) =>
        call.Settle(TimerKind, Running, analysis.Id.Value);

    /// <summary>An analysis that is deleted does not end any more.</summary>
    public static void Stop(Call call, NetworkInsightsAnalysisRecord analysis) =>
        call.Cancel(TimerKind, analysis.Id.Value);

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.Read(Tables.NetworkInsightsAnalyses).Find(new NetworkInsightsAnalysisId(subject))
                is { Status: AnalysisStatus.Running } analysis
            && call.Read(Tables.NetworkInsightsPaths).Find(analysis.PathId) is { } path)
        {
            call.Write(Tables.NetworkInsightsAnalyses).Put(new InsightsRun(call, path, analysis).Run());
        }
    }
}
