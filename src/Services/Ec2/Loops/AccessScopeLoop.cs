using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.AccessScopes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Loops;

/// <summary>
/// Ends analyses of Network Access Scopes: each sees the networks as they are when it ends. How long one takes is
/// guessed (AWS names no figure).
/// </summary>
internal sealed class AccessScopeLoop : ITimerHandler
{
    private const string TimerKind = "ec2.network-access-scope";

    private static readonly TimeSpan Running = TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Lets an analysis run.</summary>
    public static void Begin(Call call, AccessScopeAnalysisRecord analysis) =>
        call.Settle(TimerKind, Running, analysis.Id.Value);

    /// <summary>An analysis that is deleted does not end any more.</summary>
    public static void Stop(Call call, AccessScopeAnalysisRecord analysis) =>
        call.Cancel(TimerKind, analysis.Id.Value);

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.Read(AccessScopeTables.Analyses).Find(new NetworkInsightsAccessScopeAnalysisId(subject))
                is { Status: AnalysisStatus.Running } analysis
            && call.Read(AccessScopeTables.Scopes).Find(analysis.ScopeId) is { } scope)
        {
            call.Write(AccessScopeTables.Analyses).Put(new AccessScopeRun(call, scope, analysis).Run());
        }
    }
}
